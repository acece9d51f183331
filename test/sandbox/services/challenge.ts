import type { Problem } from './dialect.ts';
import type { Fields } from './fields.ts';
import { type Making, type TaskType, taskType } from './kinds.ts';
import { spell } from './spell.ts';

// TurnstileTask is also the name for Cloudflare's challenge pages; facts/services.md 2.7.
const NEEDED: Record<string, readonly string[]> = {
  token: ['pageAction', 'userAgent', 'data', 'pageData'],
  cf_clearance: ['htmlPageBase64', 'userAgent', 'proxyType', 'proxyAddress'],
};

const check = (fields: Fields): Problem | undefined => {
  const asked = fields.text('cloudflareTaskType');
  if (asked === '') return undefined;
  const needed = Object.hasOwn(NEEDED, asked) ? NEEDED[asked] : undefined;
  return needed?.every((name) => fields.text(name) !== '') === true ? undefined : 'field';
};

const solve = ({ fields, token, seed }: Making): Record<string, unknown> =>
  fields.text('cloudflareTaskType') === 'cf_clearance' ? { cf_clearance: spell(seed, 43) } : { token };

/** TurnstileTask as CapMonster and Captcha69 have it. */
export const challenge = (extra: Pick<TaskType, 'proxy'> = {}): TaskType =>
  taskType('turnstile', { check, solve, ...extra });
