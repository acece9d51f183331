import type { Dialect, Refused } from './dialect.ts';
import { listed } from './family.ts';
import { recaptcha, taskType } from './kinds.ts';
import { USER_AGENT } from './user-agent.ts';

const PROXY = { proxy: 'string' } as const;
const SYNC = { sync: true } as const;
// Empty, not missing: an empty code is no error; facts/services.md 1.3.
const FINE = { errorId: 0, errorCode: '', errorDescription: '' };
const TOKEN_LIFE_MS = 120_000;

const STATUS: Record<string, number> = { ERROR_KEY_DENIED_ACCESS: 401, ERROR_RATE_LIMIT: 429 };

/** CapSolver: ReCaptcha...ProxyLess, UUIDs, HTTP statuses, and answers in createTask. */
export const capsolver: Dialect = {
  base: 'https://api.capsolver.com',
  prefixes: [''],
  types: {
    ReCaptchaV2TaskProxyLess: recaptcha('plain'),
    ReCaptchaV2Task: recaptcha('plain', PROXY),
    ReCaptchaV2EnterpriseTaskProxyLess: recaptcha('enterprise'),
    ReCaptchaV2EnterpriseTask: recaptcha('enterprise', PROXY),
    ReCaptchaV3TaskProxyLess: recaptcha('plain'),
    ReCaptchaV3Task: recaptcha('plain', PROXY),
    ReCaptchaV3EnterpriseTaskProxyLess: recaptcha('enterprise'),
    ReCaptchaV3EnterpriseTask: recaptcha('enterprise', PROXY),
    AntiTurnstileTaskProxyLess: taskType('turnstile'),
    AntiTurnstileTask: taskType('turnstile', PROXY),
    AntiCloudflareTask: taskType('clearance', PROXY),
    GeeTestTaskProxyLess: taskType('geetest'),
    GeeTestTask: taskType('geetest', PROXY),
    ImageToTextTask: taskType('text', SYNC),
    ReCaptchaV2Classification: taskType('objects', SYNC),
    VisionEngine: taskType('vision', SYNC),
  },
  price: 0.0008,
  ids: 'uuid',
  errorIds: listed([
    'ERROR_KEY_DENIED_ACCESS',
    'ERROR_KEY_TEMP_BLOCKED',
    'ERROR_ZERO_BALANCE',
    'ERROR_SETTLEMENT_FAILED',
    'ERROR_IP_BANNED',
    'ERROR_SERVICE_UNAVALIABLE',
    'ERROR_RATE_LIMIT',
    'ERROR_CAPTCHA_UNSOLVABLE',
    'ERROR_TASK_TIMEOUT',
    'ERROR_TASKID_INVALID',
    'ERROR_INVALID_TASK_DATA',
    'ERROR_BAD_REQUEST',
    'ERROR_TASK_NOT_SUPPORTED',
    'ERROR_INVALID_IMAGE',
    'ERROR_PARSE_IMAGE_FAIL',
    'ERROR_UNKNOWN_QUESTION',
    'ERROR_PROXY_BANNED',
  ]),
  problems: {
    notJson: 'ERROR_BAD_REQUEST',
    noTask: 'ERROR_INVALID_TASK_DATA',
    type: 'ERROR_TASK_NOT_SUPPORTED',
    key: 'ERROR_KEY_DENIED_ACCESS',
    money: 'ERROR_ZERO_BALANCE',
    url: 'ERROR_INVALID_TASK_DATA',
    siteKey: 'ERROR_INVALID_TASK_DATA',
    field: 'ERROR_INVALID_TASK_DATA',
    proxy: 'ERROR_INVALID_TASK_DATA',
    imageSmall: 'ERROR_INVALID_IMAGE',
    imageBig: 'ERROR_INVALID_IMAGE',
    imageBad: 'ERROR_PARSE_IMAGE_FAIL',
    id: 'ERROR_TASKID_INVALID',
    polls: 'ERROR_TASKID_INVALID',
    timeout: 'ERROR_TASK_TIMEOUT',
  },
  // No sizes are documented.
  image: { atLeast: 1, atMost: Number.POSITIVE_INFINITY },
  politeMs: 3000,
  maxPolls: 120,
  kept: { ms: 5 * 60 * 1000, from: 'createdAt' },
  timeoutMs: 120_000,
  charged: 'collected',
  chargedErrors: [],
  reports: ['feedbackTask'],
  unknownMethod: 'page',
  refuse: (refused: Refused) => ({ ...refused }),
  statusOf: (code) => STATUS[code ?? ''] ?? 400,
  created: (taskId) => ({ ...FINE, taskId }),
  waiting: ({ polls }) => ({ errorId: 0, status: polls === 1 ? 'idle' : 'processing' }),
  ready: ({ solution }, taskId) => ({ ...FINE, taskId, status: 'ready', solution }),
  failed: (refused, taskId) => ({ ...refused, taskId, status: 'failed' }),
  balance: (usd) => ({ errorId: 0, balance: usd, packages: [] }),
  // Two fields in the typings of npm @captcha-libs/capsolver; what stands in `message` is not documented.
  reported: { errorId: 0, message: 'okay' },
  dress: (solution, kind, { readyAt }) => {
    if (kind === 'text') return { ...solution, confidence: 0.97 };
    if (kind === 'turnstile') return { ...solution, userAgent: USER_AGENT, type: 'turnstile' };
    if (kind !== 'recaptcha') return solution;
    return { ...solution, userAgent: USER_AGENT, createTime: readyAt, expireTime: readyAt + TOKEN_LIFE_MS };
  },
};
