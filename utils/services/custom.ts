import { capmonster } from './capmonster';
import type { Service } from './service';

/** Any address that speaks CapMonster's dialect, the one that most compatible services copy. */
export const custom: Service = {
  ...capmonster,
  id: 'custom',
  label: 'Custom',
  base: null,
  keyHint: 'whatever your service gave you',
  dashboard: null,
  topUp: null,
};
