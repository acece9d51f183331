import { complexImage } from './complex.ts';
import type { Dialect } from './dialect.ts';
import { FAMILY, FAMILY_CODES, listed } from './family.ts';
import { taskType } from './kinds.ts';

const OPTIONAL = { proxy: 'optional' } as const;

/** BrocapGPT: CapMonster's sibling without reCAPTCHA and images to read; facts/services.md 1.7. */
export const brocapgpt: Dialect = {
  ...FAMILY,
  base: 'https://api.brocapgpt.com',
  types: {
    FunCaptchaTaskProxyless: taskType('funcaptcha'),
    FunCaptchaTask: taskType('funcaptcha', OPTIONAL),
    ComplexImageTask: complexImage('funcaptcha'),
    HCaptchaTask: taskType('hcaptcha', OPTIONAL),
    CaptchaFoxTask: taskType('captchafox', OPTIONAL),
  },
  keySuffixes: true,
  price: 0.002,
  errorIds: listed(FAMILY_CODES),
  // It lists both codes for a wrong type; the other services of the sandbox answer with the other one.
  problems: { ...FAMILY.problems, type: 'ERROR_NO_SUCH_METHOD' },
  reports: ['reportIncorrectImageCaptcha', 'reportIncorrectTokenCaptcha', 'reportIncorrectRecaptcha'],
};
