import { PAGES } from './capmonster-pages.ts';
import { challenge } from './challenge.ts';
import { complexImage } from './complex.ts';
import type { Dialect } from './dialect.ts';
import { FAMILY, FAMILY_CODES, listed } from './family.ts';
import { recaptcha, taskType } from './kinds.ts';
import { USER_AGENT } from './user-agent.ts';

const OPTIONAL = { proxy: 'optional' } as const;
const WITH_AGENT = new Set(['recaptcha', 'funcaptcha', 'turnstile']);

/** CapMonster Cloud. hCaptcha left its documents in 2024, and is refused here. */
export const capmonster: Dialect = {
  ...FAMILY,
  base: 'https://api.capmonster.cloud',
  prefixes: ['', '/api'],
  pages: PAGES,
  types: {
    RecaptchaV2Task: recaptcha('plain', OPTIONAL),
    NoCaptchaTask: recaptcha('plain', OPTIONAL),
    NoCaptchaTaskProxyless: recaptcha('plain'),
    RecaptchaV2EnterpriseTask: recaptcha('enterprise', OPTIONAL),
    RecaptchaV3TaskProxyless: recaptcha('flagged'),
    RecaptchaV3EnterpriseTask: recaptcha('enterprise', OPTIONAL),
    FunCaptchaTask: taskType('funcaptcha', OPTIONAL),
    FunCaptchaTaskProxyless: taskType('funcaptcha'),
    TurnstileTask: challenge(OPTIONAL),
    GeeTestTask: taskType('geetest', OPTIONAL),
    ImageToTextTask: taskType('text'),
    ComplexImageTask: complexImage('recaptcha', 'funcaptcha', 'recognition'),
  },
  keySuffixes: true,
  price: 0.0006,
  errorIds: listed([
    ...FAMILY_CODES,
    'ERROR_WRONG_USERAGENT',
    'ERROR_PROXY_READ_TIMEOUT',
    'ERROR_PROXY_MISSING',
    'ERROR_PROXY_NOT_AUTHORISED',
  ]),
  problems: { ...FAMILY.problems, proxy: 'ERROR_PROXY_MISSING' },
  // A spent GeeTest challenge is paid for; section 2.7.
  chargedErrors: ['ERROR_TOKEN_EXPIRED'],
  reports: ['reportIncorrectImageCaptcha', 'reportIncorrectTokenCaptcha', 'reportIncorrectRecaptcha'],
  refuse: (refused, method) => {
    // The sample on the report page has no errorDescription; section 1.1.
    if (method.startsWith('report')) return { errorId: refused.errorId, errorCode: refused.errorCode };
    return FAMILY.refuse(refused, method);
  },
  ready: (task) => ({ ...FAMILY.ready(task), cost: task.cost }),
  dress: (solution, kind) => {
    const named = WITH_AGENT.has(kind) ? { ...solution, userAgent: USER_AGENT } : solution;
    return kind === 'recaptcha' ? { ...named, cookies: { nocookies: 'true' } } : named;
  },
};
