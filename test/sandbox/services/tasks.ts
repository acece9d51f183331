import type { ServiceTask } from '../types.ts';
import type { Dialect } from './dialect.ts';

export type NewTask = Omit<ServiceTask, 'taskId' | 'idText' | 'polls' | 'pollsTooSoon' | 'collectedAt' | 'charged'>;

export interface TaskStore {
  readonly all: ServiceTask[];
  /** The running number of the next task: unlike any before, even after `clear`. */
  nextId(): number;
  add(task: NewTask, account: string): ServiceTask;
  /** A task of this account that the service still keeps. */
  find(idText: string | undefined, account: string, now: number): ServiceTask | undefined;
  /** Tasks of an account that it has still to pay for. */
  open(account: string, now: number): ServiceTask[];
  /** Ends a task; true the first time. */
  settle(task: ServiceTask): boolean;
  /** Counts a poll; true when it came too soon after the one before. */
  poll(task: ServiceTask, now: number): boolean;
  clear(): void;
}

export interface Ids {
  /** The running number of the next task. */
  first: number;
  /** The id on the wire, as JSON text. */
  spell(taskId: number): string;
}

/** The service's memory of its tasks. */
export const createTaskStore = ({ kept, politeMs }: Dialect, ids: Ids): TaskStore => {
  const all: ServiceTask[] = [];
  const accounts = new WeakMap<ServiceTask, string>();
  const settled = new WeakSet<ServiceTask>();
  const lastPoll = new WeakMap<ServiceTask, number>();
  let next = ids.first;
  const isKept = (task: ServiceTask, now: number): boolean => now - task[kept.from] <= kept.ms;
  return {
    all,
    nextId: () => next,
    add: (given, account) => {
      const idText = ids.spell(next);
      const task: ServiceTask = {
        taskId: next,
        idText,
        ...given,
        polls: 0,
        pollsTooSoon: 0,
        collectedAt: null,
        charged: 0,
      };
      next += 1;
      all.push(task);
      accounts.set(task, account);
      return task;
    },
    find: (idText, account, now) =>
      all.find((task) => task.idText === idText && accounts.get(task) === account && isKept(task, now)),
    open: (account, now) =>
      all.filter(
        (task) => accounts.get(task) === account && !settled.has(task) && task.charged === 0 && isKept(task, now),
      ),
    settle: (task) => {
      if (settled.has(task)) return false;
      settled.add(task);
      return true;
    },
    poll: (task, now) => {
      const before = lastPoll.get(task);
      const tooSoon = before !== undefined && now - before < politeMs;
      lastPoll.set(task, now);
      task.polls += 1;
      task.pollsTooSoon += tooSoon ? 1 : 0;
      return tooSoon;
    },
    clear: () => {
      all.length = 0;
    },
  };
};
