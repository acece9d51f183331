import { DEFAULT_API_HOST } from '../arkose/hosts.ts';
import type { ArkoseMint } from '../arkose/vendor.ts';
import type { Dialect } from './dialect.ts';
import { type Fields, isObject } from './fields.ts';
import { hostnameOf, type Order } from './read-task.ts';
import type { NewTask, TaskStore } from './tasks.ts';

export type Mint = (
  of: { websiteKey: string; hostname: string; enterprise: boolean; action?: string },
  at: number,
) => string;

export interface Mints {
  mint: Mint;
  mintArkose: ArkoseMint;
}

export interface Means extends Mints {
  dialect: Dialect;
  tasks: TaskStore;
  price(): number;
  latency(): number;
  endWith(): string | null;
  solve(task: Record<string, unknown>): Record<string, unknown> | undefined;
  /** The letters in a picture; null: not legible. undefined: no picture. */
  read(task: Record<string, unknown>, fields: Fields, at: number): string | null | undefined;
}

const UNSOLVABLE = 'ERROR_CAPTCHA_UNSOLVABLE';

/** The blob in `data`, which is JSON in a string; facts/services.md 2.4. */
const blobIn = (data: string): string | undefined => {
  const value: unknown = data === '' ? undefined : JSON.parse(data);
  const blob = isObject(value) ? value['blob'] : undefined;
  return typeof blob === 'string' ? blob : undefined;
};

const arkoseToken = ({ fields }: Order, mint: ArkoseMint, at: number): string =>
  mint(
    {
      publicKey: fields.text('websitePublicKey'),
      host: fields.text('funcaptchaApiJSSubdomain') || DEFAULT_API_HOST,
      hostname: hostnameOf(fields.text('websiteURL')) ?? '',
      blob: blobIn(fields.text('data')),
    },
    at,
  );

const tokenFor = (order: Order, seed: string, { mint, mintArkose }: Mints, at: number): string => {
  const { type, fields } = order;
  if (type.kind === 'funcaptcha') return arkoseToken(order, mintArkose, at);
  if (type.mint === undefined) return type.token?.(seed, fields) ?? '';
  const action = fields.text('pageAction');
  const flag = fields.value('isEnterprise');
  return mint(
    {
      websiteKey: fields.text('websiteKey'),
      hostname: hostnameOf(fields.text('websiteURL')) ?? '',
      enterprise: type.mint === 'enterprise' || (type.mint === 'flagged' && (flag === true || flag === 1)),
      ...(action === '' ? {} : { action }),
    },
    at,
  );
};

/** Works a task out: when it will be ready, and with what. */
export const workOut = (means: Means, order: Order, body: Record<string, unknown>, at: number): NewTask => {
  const { dialect } = means;
  const { type, fields } = order;
  const task = body['task'] as Record<string, unknown>;
  const { timeoutMs = Number.POSITIVE_INFINITY } = dialect;
  const latency = means.latency();
  const readyAt = at + Math.min(latency, timeoutMs);
  const seed = `${dialect.base}/${means.tasks.nextId()}`;
  // The token is born when the worker solves it, not when it is asked for.
  const token = tokenFor(order, seed, means, readyAt);
  const letters = type.kind === 'text' ? means.read(task, fields, at) : undefined;
  const given = means.solve(task);
  const illegible = letters === null && given === undefined ? UNSOLVABLE : null;
  const plain = typeof letters === 'string' ? { text: letters } : type.solve({ fields, token, seed });
  return {
    task,
    clientKey: String(body['clientKey']),
    createdAt: at,
    readyAt,
    token,
    cost: means.price(),
    solution: given ?? dialect.dress?.(plain, type.kind, { readyAt }) ?? plain,
    errorCode: latency > timeoutMs ? dialect.problems.timeout : (means.endWith() ?? illegible),
  };
};
