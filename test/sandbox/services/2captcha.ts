import type { Dialect } from './dialect.ts';
import type { Fields } from './fields.ts';
import { recaptcha, taskType } from './kinds.ts';
import { NUMBERED, receipt, SHARED_NUMBERS } from './numbered.ts';
import { TOKEN_TYPES } from './token-types.ts';
import { USER_AGENT } from './user-agent.ts';

// Version 4 is asked for with initParameters.captcha_id instead of gt; facts/services.md 2.7.
const checkGeetest = (fields: Fields) => {
  const fourth = String(fields.value('version')) === '4';
  const given = fourth
    ? typeof fields.object('initParameters')['captcha_id'] === 'string'
    : fields.text('gt') !== '' && fields.text('challenge') !== '';
  return given ? undefined : ('field' as const);
};

/** 2Captcha. */
export const twocaptcha: Dialect = {
  ...NUMBERED,
  base: 'https://api.2captcha.com',
  types: {
    ...TOKEN_TYPES,
    GeeTestTaskProxyless: taskType('geetest', { check: checkGeetest }),
    GeeTestTask: taskType('geetest', { check: checkGeetest, proxy: 'fields' }),
    RecaptchaV3EnterpriseTaskProxyless: recaptcha('enterprise'),
    CaptchaFoxTask: taskType('captchafox', { proxy: 'fields' }),
    GridTask: taskType('tiles'),
    CoordinatesTask: taskType('points'),
    BoundingBoxTask: taskType('boxes'),
    RotateTask: taskType('angle'),
    DrawAroundTask: taskType('outline'),
  },
  price: 0.00299,
  // Beyond 32 bits; facts/services.md 1.4.
  ids: { from: 72_000_000_000, to: 73_000_000_000 },
  errorIds: {
    ...SHARED_NUMBERS,
    ERROR_PAGEURL: 5,
    ERROR_BAD_PARAMETERS: 110,
    ERROR_BAD_IMGINSTRUCTIONS: 115,
    ERROR_BAD_PROXY: 130,
  },
  problems: {
    ...NUMBERED.problems,
    url: 'ERROR_PAGEURL',
    field: 'ERROR_BAD_PARAMETERS',
    proxy: 'ERROR_BAD_PROXY',
  },
  image: { atLeast: 100, atMost: 100_000 },
  politeMs: 5000,
  // Nothing documented: as long as most.
  kept: { ms: 5 * 60 * 1000, from: 'createdAt' },
  // "Refunded" when unsolvable, so taken before; section 1.7.
  charged: 'created',
  chargedErrors: [],
  reports: [
    'reportCorrect',
    'reportIncorrect',
    // Aliases: https://2captcha.com/api-docs/other-methods
    'reportCorrectRecaptcha',
    'reportIncorrectRecaptcha',
    'reportIncorrectImageCaptcha',
  ],
  ready: (task) => receipt(task, 1),
  balance: (usd) => ({ errorId: 0, balance: usd }),
  dress: (solution, kind) => {
    if (kind === 'turnstile') return { ...solution, userAgent: USER_AGENT };
    const { gRecaptchaResponse } = solution;
    return typeof gRecaptchaResponse === 'string' ? { ...solution, token: gRecaptchaResponse } : solution;
  },
};
