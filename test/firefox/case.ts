import type { World } from './world.ts';

export interface Case {
  name: string;
  run(world: World): Promise<void>;
}
