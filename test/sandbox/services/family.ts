import type { CallMethod } from '../types.ts';
import type { Dialect, Refused } from './dialect.ts';

// CapMonster, BrocapGPT, CapKill and Captcha69 share one text; facts/services.md 0.1.

/** Codes of services whose errorId is 1 for every one of them. */
export const listed = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries(codes.map((code) => [code, 1]));

const QUIET = { errorCode: null, errorDescription: null, errorId: 0 };

/** What CapMonster and BrocapGPT both document; facts/services.md 3. */
export const FAMILY_CODES = [
  'CAPTCHA_NOT_READY',
  'ERROR_KEY_DOES_NOT_EXIST',
  'ERROR_ZERO_BALANCE',
  'ERROR_IP_NOT_ALLOWED',
  'ERROR_IP_BANNED',
  'ERROR_IP_BLOCKED',
  'ERROR_NO_SLOT_AVAILABLE',
  'ERROR_TOO_MUCH_REQUESTS',
  'ERROR_CAPTCHA_UNSOLVABLE',
  'ERROR_RECAPTCHA_TIMEOUT',
  'ERROR_NO_SUCH_CAPCHA_ID',
  'WRONG_CAPTCHA_ID',
  'ERROR_TOKEN_EXPIRED',
  'ERROR_RECAPTCHA_INVALID_SITEKEY',
  'ERROR_RECAPTCHA_INVALID_DOMAIN',
  'ERROR_DOMAIN_NOT_ALLOWED',
  'ERROR_TASK_ABSENT',
  'ERROR_TASK_NOT_SUPPORTED',
  'ERROR_NO_SUCH_METHOD',
  'ERROR_TOO_BIG_CAPTCHA_FILESIZE',
  'ERROR_ZERO_CAPTCHA_FILESIZE',
  'ERROR_PROXY_CONNECT_REFUSED',
  'ERROR_PROXY_BANNED',
];

/** What the four have in common, and what is assumed of those that say nothing. */
export const FAMILY = {
  prefixes: [''],
  anyCase: true,
  ids: { from: 4e8, to: 5e8 },
  problems: {
    notJson: 'ERROR_TASK_ABSENT',
    noTask: 'ERROR_TASK_ABSENT',
    type: 'ERROR_TASK_NOT_SUPPORTED',
    key: 'ERROR_KEY_DOES_NOT_EXIST',
    money: 'ERROR_ZERO_BALANCE',
    url: 'ERROR_RECAPTCHA_INVALID_DOMAIN',
    siteKey: 'ERROR_RECAPTCHA_INVALID_SITEKEY',
    // No code of theirs is for a missing field.
    field: 'ERROR_TASK_ABSENT',
    proxy: 'ERROR_PROXY_CONNECT_REFUSED',
    imageSmall: 'ERROR_ZERO_CAPTCHA_FILESIZE',
    imageBig: 'ERROR_TOO_BIG_CAPTCHA_FILESIZE',
    imageBad: 'ERROR_ZERO_CAPTCHA_FILESIZE',
    id: 'ERROR_NO_SUCH_CAPCHA_ID',
    polls: 'ERROR_TOO_MUCH_REQUESTS',
    timeout: 'ERROR_CAPTCHA_UNSOLVABLE',
  },
  // Of 50,000 and 500,000 in their pages, what CapMonster has now; section 2.5.
  image: { atLeast: 100, atMost: 50_000 },
  politeMs: 2000,
  maxPolls: 120,
  kept: { ms: 5 * 60 * 1000, from: 'createdAt' },
  charged: 'collected',
  chargedErrors: [],
  reports: [],
  unknownMethod: 'page',
  // The seeds show `taskId: 0` on a failed createTask; section 1.3.
  refuse: (refused: Refused, method: CallMethod) =>
    method === 'createTask' ? { ...refused, taskId: 0 } : { ...refused },
  created: (taskId) => ({ errorId: 0, taskId }),
  waiting: () => ({ ...QUIET, status: 'processing' }),
  ready: ({ solution }) => ({ ...QUIET, solution, status: 'ready' }),
  balance: (usd) => ({ errorId: 0, balance: usd }),
  reported: { errorId: 0, status: 'success' },
} as const satisfies Partial<Dialect>;
