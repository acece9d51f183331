import type { ServiceTask } from '../types.ts';
import type { Work } from './task-types.ts';

export interface TaskStore {
  readonly all: ServiceTask[];
  add(task: Omit<ServiceTask, 'taskId' | 'polls' | 'pollsTooSoon' | 'collectedAt'>, work: Work): ServiceTask;
  /** A task of this account that the service still keeps. */
  find(taskId: unknown, account: string, now: number): ServiceTask | undefined;
  work(task: ServiceTask): Work | undefined;
  /** Tasks that may still be charged to an account. */
  open(account: string, now: number): ServiceTask[];
  /** Counts a poll; true when it came too soon after the one before. */
  poll(task: ServiceTask, now: number): boolean;
  clear(): void;
}

// "Usually 5 minutes", counted from the upload; facts/services.md 1.5.
const KEPT_MS = 5 * 60 * 1000;
const POLITE_MS = 2000;

const accountOf = (clientKey: string): string => clientKey.split('__')[0] ?? clientKey;

/** The service's memory of its tasks. */
export const createTaskStore = (firstId: number): TaskStore => {
  const all: ServiceTask[] = [];
  const works = new WeakMap<ServiceTask, Work>();
  const lastPoll = new WeakMap<ServiceTask, number>();
  let nextId = firstId;
  const isKept = (task: ServiceTask, now: number): boolean => now - task.createdAt <= KEPT_MS;
  return {
    all,
    add: (given, work) => {
      const task: ServiceTask = { taskId: nextId, ...given, polls: 0, pollsTooSoon: 0, collectedAt: null };
      nextId += 1;
      all.push(task);
      works.set(task, work);
      return task;
    },
    find: (taskId, account, now) =>
      all.find(
        (task) => String(task.taskId) === String(taskId) && accountOf(task.clientKey) === account && isKept(task, now),
      ),
    work: (task) => works.get(task),
    open: (account, now) =>
      all.filter((task) => accountOf(task.clientKey) === account && task.collectedAt === null && isKept(task, now)),
    poll: (task, now) => {
      const before = lastPoll.get(task);
      const tooSoon = before !== undefined && now - before < POLITE_MS;
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
