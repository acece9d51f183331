import type { ServiceTask } from '../types.ts';
import type { Dialect } from './dialect.ts';

// Anti-Captcha and 2Captcha: each error has its number, and a result tells when and what it cost; section 1.3.

// An address that is nobody's (TEST-NET-1).
const CLIENT_IP = '192.0.2.17';
const inSeconds = (ms: number): number => Math.floor(ms / 1000);

/** The codes that both number alike; facts/services.md 3. */
export const SHARED_NUMBERS: Readonly<Record<string, number>> = {
  ERROR_KEY_DOES_NOT_EXIST: 1,
  ERROR_NO_SLOT_AVAILABLE: 2,
  ERROR_ZERO_CAPTCHA_FILESIZE: 3,
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: 4,
  ERROR_ZERO_BALANCE: 10,
  ERROR_IP_NOT_ALLOWED: 11,
  ERROR_CAPTCHA_UNSOLVABLE: 12,
  ERROR_BAD_DUPLICATES: 13,
  ERROR_NO_SUCH_METHOD: 14,
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: 15,
  ERROR_NO_SUCH_CAPCHA_ID: 16,
  ERROR_IP_BLOCKED: 21,
  ERROR_TASK_ABSENT: 22,
  ERROR_TASK_NOT_SUPPORTED: 23,
  ERROR_RECAPTCHA_INVALID_SITEKEY: 31,
  ERROR_ACCOUNT_SUSPENDED: 55,
};

/** What a ready result has besides the solution; `solveCount` differs between the two. */
export const receipt = ({ solution, cost, createdAt, readyAt }: ServiceTask, solveCount: unknown) => ({
  errorId: 0,
  status: 'ready',
  solution,
  cost: cost.toFixed(5),
  ip: CLIENT_IP,
  createTime: inSeconds(createdAt),
  endTime: inSeconds(readyAt),
  solveCount,
});

/** What the two have in common. */
export const NUMBERED = {
  prefixes: [''],
  problems: {
    notJson: 'ERROR_TASK_ABSENT',
    noTask: 'ERROR_TASK_ABSENT',
    type: 'ERROR_TASK_NOT_SUPPORTED',
    key: 'ERROR_KEY_DOES_NOT_EXIST',
    money: 'ERROR_ZERO_BALANCE',
    siteKey: 'ERROR_RECAPTCHA_INVALID_SITEKEY',
    imageSmall: 'ERROR_ZERO_CAPTCHA_FILESIZE',
    imageBig: 'ERROR_TOO_BIG_CAPTCHA_FILESIZE',
    imageBad: 'ERROR_IMAGE_TYPE_NOT_SUPPORTED',
    id: 'ERROR_NO_SUCH_CAPCHA_ID',
    polls: 'ERROR_NO_SUCH_CAPCHA_ID',
    timeout: 'ERROR_CAPTCHA_UNSOLVABLE',
  },
  // Neither documents a limit.
  maxPolls: Number.POSITIVE_INFINITY,
  unknownMethod: 'error',
  refuse: (refused) => ({ ...refused }),
  created: (taskId) => ({ errorId: 0, taskId }),
  waiting: () => ({ errorId: 0, status: 'processing' }),
  reported: { errorId: 0, status: 'success' },
} as const satisfies Partial<Omit<Dialect, 'problems'>> & { problems: Partial<Dialect['problems']> };
