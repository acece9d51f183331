import type { ServiceId } from '../types.ts';
import { twocaptcha } from './2captcha.ts';
import { anticaptcha } from './anticaptcha.ts';
import { brocapgpt } from './brocapgpt.ts';
import { capkill } from './capkill.ts';
import { capmonster } from './capmonster.ts';
import { capsolver } from './capsolver.ts';
import { captcha69 } from './captcha69.ts';
import type { Dialect } from './dialect.ts';

/** Every service that the sandbox plays. */
export const DIALECTS: Readonly<Record<ServiceId, Dialect>> = {
  capmonster,
  brocapgpt,
  capkill,
  captcha69,
  anticaptcha,
  '2captcha': twocaptcha,
  capsolver,
};
