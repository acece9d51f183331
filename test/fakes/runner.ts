import { expect } from 'vitest';
import type { Job } from '../../utils/jobs/job';
import type { Journal } from '../../utils/jobs/journal';
import { createRunner, type Runner } from '../../utils/jobs/runner';
import { capmonster } from '../../utils/services/capmonster';
import type { Account, Client, Created, Progress } from '../../utils/services/client';
import { fakeClock, memoryJournal, POLLS } from './jobs';

export const account: Account = { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: 'KEY' };

export interface World {
  created?: Created;
  progress?: (poll: number) => Progress;
  journal?: Journal;
  account?: () => Promise<Account | null>;
  record?: (job: Job) => Promise<void>;
  /** Called before and after everything the runner does to the world; never resolves once the worker is dead. */
  gate?: () => Promise<void>;
}

/** A service that solves at the third poll, a page that takes what it is given, and any number of workers. */
export function world(given: World = {}) {
  const clock = fakeClock();
  const { journal, entries, state } = memoryJournal();
  const creates: number[] = [];
  const polls: number[] = [];
  const page = new Set<string>();
  const changes: string[] = [];
  const gate = given.gate ?? (async () => undefined);
  const guarded =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await gate();
      const result = await act(...args);
      await gate();
      return result;
    };
  const inner = given.journal ?? journal;

  function worker(): Runner {
    const client = {
      createTask: guarded(async () => {
        creates.push(clock.now());
        return given.created ?? { outcome: 'created', taskId: '9007199254740993' };
      }),
      getTaskResult: guarded(async (_account, _challenge, taskId) => {
        expect(taskId).toBe('9007199254740993');
        polls.push(clock.now());
        const fallback: Progress =
          polls.length < 3
            ? { outcome: 'working', retryAfterMs: null }
            : { outcome: 'ready', answer: { token: 'T' }, cost: null };
        return given.progress?.(polls.length) ?? fallback;
      }),
    } as Pick<Client, 'createTask' | 'getTaskResult'> as Client;
    const runner: Runner = createRunner({
      client,
      journal: { load: inner.load, write: guarded(inner.write), remove: guarded(inner.remove) },
      account: given.account ?? (async () => account),
      now: clock.now,
      setTimer: clock.setTimer,
      clearTimer: clock.clearTimer,
      // As the agent does: once a job, and it says so each time.
      deliver: guarded(async (job: Job) => {
        page.add(job.id);
        await gate();
        await runner.send(job.id, { type: 'delivered' });
      }),
      changed: (job) => void changes.push(job.state.name),
      refused: async () => undefined,
      record: given.record ?? (async () => undefined),
      nextService: async () => null,
      profile: () => POLLS,
      random: () => 0,
    });
    return runner;
  }
  return { clock, entries, state, creates, polls, page, changes, worker };
}
