import { challenge } from './challenge.ts';
import type { Dialect } from './dialect.ts';
import { FAMILY, listed } from './family.ts';
import { recaptcha, taskType } from './kinds.ts';

const { balance: _undocumented, ...SHARED } = FAMILY;

/** Captcha69 Max1: at the bare root of a site whose other paths are pages; facts/services.md 1.7. */
export const captcha69: Dialect = {
  ...SHARED,
  base: 'https://captcha69.com',
  types: {
    RecaptchaV2Task: recaptcha('plain'),
    TurnstileTaskProxyless: taskType('turnstile'),
    TurnstileTask: challenge({ proxy: 'optional' }),
    ImageToTextTask: taskType('text'),
  },
  ids: { from: 600_000, to: 8_000_000 },
  price: 0.0005,
  errorIds: listed([
    'ERROR_KEY_DOES_NOT_EXIST',
    'ERROR_WRONG_USER_KEY',
    'ERROR_KEY_NOT_AUTHORIZED',
    'ERROR_ZERO_BALANCE',
    'ERROR_NO_SLOT_AVAILABLE',
    'ERROR_RECAPTCHA_INVALID_SITEKEY',
    'ERROR_RECAPTCHA_INVALID_DOMAIN',
    'ERROR_TASK_ABSENT',
    'ERROR_TASK_NOT_SUPPORTED',
    'ERROR_IMAGE_BODY_NOT_CORRECT',
  ]),
  problems: {
    ...SHARED.problems,
    imageSmall: 'ERROR_IMAGE_BODY_NOT_CORRECT',
    imageBig: 'ERROR_IMAGE_BODY_NOT_CORRECT',
    imageBad: 'ERROR_IMAGE_BODY_NOT_CORRECT',
  },
  unknownKey: (key) => (key.startsWith('max1_') ? 'ERROR_KEY_DOES_NOT_EXIST' : 'ERROR_WRONG_USER_KEY'),
  politeMs: 3000,
};
