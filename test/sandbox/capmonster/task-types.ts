import type { ErrorCode } from './errors.ts';

export type Task = Record<string, unknown>;

export type Work =
  | { kind: 'recaptcha'; websiteKey: string; hostname: string; enterprise: boolean; action?: string }
  | { kind: 'text' };

const PLAIN = ['RecaptchaV2Task', 'NoCaptchaTask', 'NoCaptchaTaskProxyless', 'RecaptchaV2TaskProxyless'];
const ENTERPRISE = ['RecaptchaV2EnterpriseTask', 'RecaptchaV2EnterpriseTaskProxyless'];

// The ...V2...Proxyless names belong to Anti-Captcha, whose client we also receive; facts/services.md 2.1.
const ANTI_CAPTCHA_ONLY = new Set(['RecaptchaV2TaskProxyless', 'RecaptchaV2EnterpriseTaskProxyless']);
const ANTI_CAPTCHA_HOST = 'api.anti-captcha.com';

// Field names are matched without regard to case: official samples disagree on it; facts/services.md 1.2.
const field = (task: Task, name: string): unknown =>
  Object.entries(task).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

const text = (task: Task, name: string): string => {
  const value = field(task, name);
  return typeof value === 'string' ? value.trim() : '';
};

const hostnameOf = (address: string): string | undefined => {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname || undefined;
};

const readImage = (task: Task): Work | ErrorCode => {
  const bytes = Buffer.from(text(task, 'body'), 'base64').byteLength;
  if (bytes < 100) return 'ERROR_ZERO_CAPTCHA_FILESIZE';
  return bytes > 500_000 ? 'ERROR_TOO_BIG_CAPTCHA_FILESIZE' : { kind: 'text' };
};

const readRecaptcha = (task: Task, enterprise: boolean): Work | ErrorCode => {
  const hostname = hostnameOf(text(task, 'websiteURL'));
  if (hostname === undefined) return 'ERROR_RECAPTCHA_INVALID_DOMAIN';
  const websiteKey = text(task, 'websiteKey');
  if (websiteKey === '') return 'ERROR_RECAPTCHA_INVALID_SITEKEY';
  const action = text(task, 'pageAction');
  return { kind: 'recaptcha', websiteKey, hostname, enterprise, ...(action === '' ? {} : { action }) };
};

/** What a task asks for, or why it is refused. */
export const readTask = (task: unknown, host: string): Work | ErrorCode => {
  if (typeof task !== 'object' || task === null || Object.keys(task).length === 0) return 'ERROR_TASK_ABSENT';
  const type = text(task as Task, 'type');
  if (ANTI_CAPTCHA_ONLY.has(type) && host !== ANTI_CAPTCHA_HOST) return 'ERROR_TASK_NOT_SUPPORTED';
  if (PLAIN.includes(type)) return readRecaptcha(task as Task, false);
  if (ENTERPRISE.includes(type)) return readRecaptcha(task as Task, true);
  return type === 'ImageToTextTask' ? readImage(task as Task) : 'ERROR_TASK_NOT_SUPPORTED';
};
