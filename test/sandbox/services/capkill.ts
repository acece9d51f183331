import type { Dialect } from './dialect.ts';
import { FAMILY, listed } from './family.ts';
import { recaptcha, taskType } from './kinds.ts';

/** CapKill. It documents one error code; what else can go wrong is answered as CapMonster would. */
export const capkill: Dialect = {
  ...FAMILY,
  base: 'https://capkill.com/api',
  // CapMonster's client loses the path of a base address and calls the root; facts/services.md 4.
  prefixes: ['/api', ''],
  types: {
    NoCaptchaTaskProxyless: recaptcha('plain'),
    ImageToTextTask: taskType('text'),
  },
  ids: { from: 50_000, to: 60_000 },
  price: 0.0006,
  errorIds: listed(['ERROR_KEY_DOES_NOT_EXIST']),
};
