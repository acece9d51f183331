import type { ServiceMethod, ServiceTask } from '../types.ts';
import type { Accounts } from './accounts.ts';
import { type ErrorCode, refusal } from './errors.ts';
import { readTask, type Task } from './task-types.ts';
import type { TaskStore } from './tasks.ts';

export interface Call {
  at: number;
  host: string;
  body: Record<string, unknown>;
}

export interface Desk {
  accounts: Accounts;
  tasks: TaskStore;
  price(): number;
  latency(): number;
  mint(of: { websiteKey: string; hostname: string; enterprise: boolean; action?: string }, at: number): string;
}

export interface Outcome {
  reply: Record<string, unknown>;
  tooSoon?: boolean;
}

// One more than this and the account may be locked; facts/services.md 1.5.
const MAX_POLLS = 120;
const IMAGE_TEXT = '44795';

const refuse = (code: ErrorCode): Outcome => ({ reply: refusal(code) });
const refuseTask = (code: ErrorCode): Outcome => ({ reply: { ...refusal(code), taskId: 0 } });

const createTask = (desk: Desk, { at, host, body }: Call): Outcome => {
  const account = desk.accounts.find(body['clientKey']);
  if (account === undefined) return refuseTask('ERROR_KEY_DOES_NOT_EXIST');
  const work = readTask(body['task'], host);
  if (typeof work === 'string') return refuseTask(work);
  const cost = desk.price();
  if (!desk.accounts.canPay(account, cost, desk.tasks.open(account, at))) return refuseTask('ERROR_ZERO_BALANCE');
  const readyAt = at + desk.latency();
  const { taskId } = desk.tasks.add(
    {
      task: body['task'] as Task,
      clientKey: String(body['clientKey']),
      createdAt: at,
      readyAt,
      // The token is born when the worker solves it, not when it is asked for.
      token: work.kind === 'recaptcha' ? desk.mint(work, readyAt) : '',
      cost,
    },
    work,
  );
  return { reply: { errorId: 0, taskId } };
};

const collect = (desk: Desk, task: ServiceTask, account: string, at: number): Record<string, unknown> => {
  if (task.collectedAt === null) {
    task.collectedAt = at;
    desk.accounts.charge(account, task.cost);
  }
  const solution = desk.tasks.work(task)?.kind === 'text' ? { text: IMAGE_TEXT } : { gRecaptchaResponse: task.token };
  return { errorId: 0, errorCode: null, errorDescription: null, status: 'ready', solution, cost: task.cost };
};

const getTaskResult = (desk: Desk, { at, body }: Call): Outcome => {
  const account = desk.accounts.find(body['clientKey']);
  if (account === undefined) return refuse('ERROR_KEY_DOES_NOT_EXIST');
  const task = desk.tasks.find(body['taskId'], account, at);
  if (task === undefined) return refuse('ERROR_NO_SUCH_CAPCHA_ID');
  const tooSoon = desk.tasks.poll(task, at);
  if (task.polls > MAX_POLLS) return { ...refuse('ERROR_TOO_MUCH_REQUESTS'), tooSoon };
  if (at >= task.readyAt) return { reply: collect(desk, task, account, at), tooSoon };
  return { reply: { errorCode: null, errorDescription: null, errorId: 0, status: 'processing' }, tooSoon };
};

const getBalance = (desk: Desk, { body }: Call): Outcome => {
  const account = desk.accounts.find(body['clientKey']);
  if (account === undefined) return refuse('ERROR_KEY_DOES_NOT_EXIST');
  return { reply: { errorId: 0, balance: desk.accounts.balance(account) ?? 0 } };
};

/** The three methods of the dialect, as functions of the desk and a call. */
export const METHODS: Record<ServiceMethod, (desk: Desk, call: Call) => Outcome> = {
  createTask,
  getTaskResult,
  getBalance,
};

/** Which method a path names; the methods answer at the root and under /api. */
export const methodFor = (pathname: string): ServiceMethod | undefined => {
  const name = pathname.replace(/^\/api(?=\/)/, '').replace(/^\/+|\/+$/g, '');
  return Object.hasOwn(METHODS, name) ? (name as ServiceMethod) : undefined;
};
