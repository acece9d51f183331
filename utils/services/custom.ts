import { capmonster } from './capmonster';
import type { Service } from './service';

/** Any address that speaks a known dialect: CapMonster's, the one that most copy, unless the person chose another. */
export const custom: Service = {
  ...capmonster,
  id: 'custom',
  label: 'Custom',
  base: null,
  keyHint: 'whatever your service gave you',
  dashboard: null,
  topUp: null,
};
