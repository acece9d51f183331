import type { Dialect } from './dialect.ts';
import { taskType } from './kinds.ts';
import { NUMBERED, receipt, SHARED_NUMBERS } from './numbered.ts';
import { TOKEN_TYPES } from './token-types.ts';
import { USER_AGENT } from './user-agent.ts';

/** Anti-Captcha. */
export const anticaptcha: Dialect = {
  ...NUMBERED,
  base: 'https://api.anti-captcha.com',
  types: { ...TOKEN_TYPES, ImageToCoordinatesTask: taskType('pairs') },
  price: 0.002,
  ids: { from: 7_000_000, to: 8_000_000 },
  errorIds: {
    ...SHARED_NUMBERS,
    ERROR_INCORRECT_SESSION_DATA: 24,
    ERROR_PROXY_CONNECT_REFUSED: 25,
    ERROR_PROXY_CONNECT_TIMEOUT: 26,
    ERROR_PROXY_READ_TIMEOUT: 27,
    ERROR_PROXY_BANNED: 28,
    ERROR_PROXY_TRANSPARENT: 29,
    ERROR_RECAPTCHA_TIMEOUT: 30,
    ERROR_RECAPTCHA_INVALID_DOMAIN: 32,
    ERROR_RECAPTCHA_OLD_BROWSER: 33,
    ERROR_TOKEN_EXPIRED: 34,
    ERROR_PROXY_HAS_NO_IMAGE_SUPPORT: 35,
    ERROR_PROXY_INCOMPATIBLE_HTTP_VERSION: 36,
    ERROR_PROXY_NOT_AUTHORISED: 49,
    ERROR_FUNCAPTCHA_NOT_ALLOWED: 50,
    ERROR_INVISIBLE_RECAPTCHA: 51,
    ERROR_FAILED_LOADING_WIDGET: 52,
    ERROR_VISIBLE_RECAPTCHA: 53,
    ERROR_ALL_WORKERS_FILTERED: 54,
    ERROR_TEMPLATE_NOT_FOUND: 56,
    ERROR_TASK_CANCELED: 57,
  },
  problems: {
    ...NUMBERED.problems,
    url: 'ERROR_RECAPTCHA_INVALID_DOMAIN',
    field: 'ERROR_INCORRECT_SESSION_DATA',
    proxy: 'ERROR_INCORRECT_SESSION_DATA',
  },
  image: { atLeast: 100, atMost: 500_000 },
  // Its own client's interval: the documents name none; facts/services.md 1.5.
  politeMs: 2000,
  balanceEveryMs: 30_000,
  // A minute after the worker has finished, for reports too.
  kept: { ms: 60_000, from: 'readyAt' },
  charged: 'collected',
  chargedErrors: ['ERROR_CAPTCHA_UNSOLVABLE'],
  reports: [
    'reportIncorrectImageCaptcha',
    'reportIncorrectRecaptcha',
    'reportCorrectRecaptcha',
    'reportIncorrectHcaptcha',
  ],
  // https://anti-captcha.com/apidoc/methods/reportIncorrectRecaptcha
  oneReport: true,
  ready: (task) => receipt(task, '0'),
  balance: (usd) => ({ errorId: 0, balance: usd, captchaCredits: 0 }),
  dress: (solution, kind) => {
    if (kind === 'text') return { ...solution, url: 'https://static.anti-captcha.test/image.jpg' };
    return kind === 'recaptcha' ? { ...solution, userAgent: USER_AGENT } : solution;
  },
};
