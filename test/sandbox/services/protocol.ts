import type { Report, ReportMethod, ServiceMethod, ServiceTask } from '../types.ts';
import type { Accounts } from './accounts.ts';
import type { Body } from './body.ts';
import { readTask } from './read-task.ts';
import { type Outcome, refuse, refused, refuseKey, refuseWith } from './refusal.ts';
import { type Means, workOut } from './work.ts';

export interface Call extends Body {
  at: number;
}

export interface Desk extends Means {
  accounts: Accounts;
  reports: Report[];
  /** When each account last asked for its balance. */
  balanceAsked: Map<string, number>;
}

// Written digit by digit: ids may exceed 2^53.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
const idOf = (task: ServiceTask): unknown => rawJSON(task.idText);

const settle = (desk: Desk, task: ServiceTask, account: string): void => {
  if (!desk.tasks.settle(task)) return;
  const { errorCode, cost } = task;
  const owed = errorCode === null || desk.dialect.chargedErrors.includes(errorCode) ? cost : 0;
  desk.accounts.charge(account, owed - task.charged);
  task.charged = owed;
};

const finish = (desk: Desk, task: ServiceTask, account: string, at: number): Outcome => {
  const { dialect } = desk;
  settle(desk, task, account);
  if (task.errorCode === null) {
    task.collectedAt ??= at;
    return { reply: dialect.ready(task, idOf(task)) };
  }
  if (dialect.failed === undefined) return refuseWith(dialect, 'getTaskResult', task.errorCode);
  return { reply: dialect.failed(refused(dialect, task.errorCode), idOf(task)) };
};

const createTask = (desk: Desk, { at, value }: Call): Outcome => {
  const { dialect, accounts, tasks } = desk;
  const account = accounts.find(value['clientKey']);
  if (account === undefined) return refuseKey(dialect, 'createTask', value['clientKey']);
  const order = readTask(dialect, value['task']);
  if (typeof order === 'string') return refuse(dialect, 'createTask', order);
  if (!accounts.canPay(account, desk.price(), tasks.open(account, at))) return refuse(dialect, 'createTask', 'money');
  const task = tasks.add(workOut(desk, order, value, at), account);
  if (dialect.charged === 'created') {
    accounts.charge(account, task.cost);
    task.charged = task.cost;
  }
  if (order.type.sync !== true) return { reply: dialect.created(idOf(task)) };
  return { ...finish(desk, task, account, task.readyAt), holdMs: task.readyAt - at };
};

const getTaskResult = (desk: Desk, { at, value, idText }: Call): Outcome => {
  const { dialect, accounts, tasks } = desk;
  const account = accounts.find(value['clientKey']);
  if (account === undefined) return refuseKey(dialect, 'getTaskResult', value['clientKey']);
  const task = tasks.find(idText, account, at);
  if (task === undefined) return refuse(dialect, 'getTaskResult', 'id');
  const tooSoon = tasks.poll(task, at);
  if (task.polls > dialect.maxPolls) return { ...refuse(dialect, 'getTaskResult', 'polls'), tooSoon };
  if (at >= task.readyAt) return { ...finish(desk, task, account, at), tooSoon };
  return { reply: dialect.waiting(task), tooSoon };
};

const getBalance = (desk: Desk, { at, value }: Call): Outcome => {
  const { dialect, accounts, balanceAsked } = desk;
  const account = accounts.find(value['clientKey']);
  if (account === undefined) return refuseKey(dialect, 'getBalance', value['clientKey']);
  const tooSoon = at - (balanceAsked.get(account) ?? 0) < (dialect.balanceEveryMs ?? 0);
  balanceAsked.set(account, at);
  return { reply: dialect.balance?.(accounts.balance(account) ?? 0) ?? {}, tooSoon };
};

/** The three methods that every dialect has, as functions of the desk and a call. */
export const METHODS: Record<ServiceMethod, (desk: Desk, call: Call) => Outcome> = {
  createTask,
  getTaskResult,
  getBalance,
};

/** What a client says about an answer afterwards. */
export const report = (desk: Desk, method: ReportMethod, { at, value, idText }: Call): Outcome => {
  const { dialect, accounts, tasks, reports } = desk;
  const account = accounts.find(value['clientKey']);
  if (account === undefined) return refuseKey(dialect, method, value['clientKey']);
  const task = tasks.find(idText, account, at);
  const again = dialect.oneReport === true && reports.some((each) => each.task === task);
  if (task === undefined || again) return refuse(dialect, method, 'id');
  reports.push({ at, method, task, body: value });
  return { reply: dialect.reported };
};
