import { describe, expect, it, vi } from 'vitest';
import { fakeClock, memoryJournal, newJob, POLLS, settle } from '../../test/fakes/jobs';
import { capmonster } from '../services/capmonster';
import type { Account, Client, Created, Progress } from '../services/client';
import type { Job } from './job';
import type { Journal } from './journal';
import { createRunner, type Runner } from './runner';

const account: Account = { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: 'KEY' };

interface World {
  created?: Created;
  progress?: (poll: number) => Progress;
  journal?: Journal;
  account?: () => Promise<Account | null>;
  /** Called before and after everything the runner does to the world; never resolves once the worker is dead. */
  gate?: () => Promise<void>;
}

/** A service that solves at the third poll, a page that takes what it is given, and any number of workers. */
function world(given: World = {}) {
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
      nextService: async () => null,
      profile: () => POLLS,
      random: () => 0,
    });
    return runner;
  }
  return { clock, entries, state, creates, polls, page, changes, worker };
}

describe('the runner', () => {
  it('takes a job from admission to delivery, each state in the journal', async () => {
    const { clock, creates, polls, page, changes, state, worker } = world();
    const runner = worker();
    await runner.ready;
    await runner.admit(newJob());
    await clock.advance(60_000);
    expect(creates).toHaveLength(1);
    expect(polls.map((at) => at - clock.now() + 60_000)).toEqual([2_000, 4_000, 6_000]);
    expect(page.size).toBe(1);
    expect(changes.filter((name, index) => name !== changes[index - 1])).toEqual([
      'admitted',
      'creating',
      'solving',
      'solved',
      'delivered',
    ]);
    expect(state('job')).toEqual({ name: 'delivered', taskId: '9007199254740993' });
    expect(clock.timers()).toBe(0);
  });

  it('writes before it acts', async () => {
    const order: string[] = [];
    const { journal } = memoryJournal();
    const noting: Journal = {
      ...journal,
      write: async (job) => {
        await settle();
        order.push(`write ${job.state.name}`);
      },
    };
    const { clock, worker } = world({
      journal: noting,
      account: async () => {
        order.push('request');
        return account;
      },
    });
    await worker().admit(newJob());
    await settle();
    await settle();
    await clock.advance(2_000);
    await settle();
    expect(order.slice(0, 5)).toEqual(['write creating', 'request', 'write solving', 'write solving', 'request']);
  });

  it('takes the events of a job one after another', async () => {
    const { clock, worker, state, creates } = world();
    const runner = worker();
    await runner.ready;
    await Promise.all([
      runner.admit(newJob()),
      runner.send('job', { type: 'admitted' }),
      runner.send('job', { type: 'cancelled', reason: 'x' }),
    ]);
    await clock.advance(10_000);
    expect(creates.length).toBeLessThanOrEqual(1);
    expect(state('job')).toEqual({ name: 'cancelled', reason: 'x' });
  });

  it('stops when the key was removed, and asks nobody', async () => {
    const { worker, state, creates } = world({ account: async () => null });
    const runner = worker();
    await runner.admit(newJob());
    await settle();
    expect(state('job')).toMatchObject({ name: 'cancelled', reason: expect.stringMatching(/key/) });
    expect(creates).toEqual([]);
  });

  it('forgets ended jobs only', async () => {
    const { worker, entries, clock } = world();
    const runner = worker();
    await runner.admit(newJob());
    await runner.forget('job');
    expect(runner.job('job')).toBeDefined();
    await clock.advance(10_000);
    await runner.forget('job');
    expect(runner.jobs()).toEqual([]);
    expect(entries.size).toBe(0);
    await runner.forget('job');
    await runner.send('job', { type: 'due' });
  });

  it('keeps the interval when the alarm rings at any time', async () => {
    const { clock, polls, worker } = world({ progress: () => ({ outcome: 'working', retryAfterMs: null }) });
    const runner = worker();
    await runner.admit(newJob());
    for (let index = 0; index < 400; index++) {
      await clock.advance(700);
      await runner.wakeAll();
    }
    expect(polls.length).toBeGreaterThan(50);
    expect(polls.length).toBeLessThanOrEqual(120);
    for (const [index, at] of polls.entries())
      if (index) expect(at - (polls[index - 1] ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(runner.job('job')?.state.name).toBe('failed');
  });

  it('survives a write that fails: nothing is sent for it, and the job goes on', async () => {
    const { journal } = memoryJournal();
    let fail = true;
    const { worker, clock, creates } = world({
      journal: {
        ...journal,
        write: async (job) => {
          if (fail) throw new Error('quota');
          await journal.write(job);
        },
      },
    });
    const runner = worker();
    await runner.ready;
    await runner.admit(newJob()).catch(() => undefined);
    expect(creates).toEqual([]);
    fail = false;
    // Nothing was sent: it can still be stopped by the person.
    await runner.send('job', { type: 'cancelled', reason: 'x' }).catch(() => undefined);
    await clock.advance(1_000);
    expect(runner.job('job')?.state.name).toBe('cancelled');
  });

  it('wakes every job although one cannot be written', async () => {
    const { journal } = memoryJournal();
    let broken = false;
    const { worker, clock, polls } = world({
      progress: () => ({ outcome: 'working', retryAfterMs: null }),
      journal: {
        ...journal,
        write: async (job) => {
          if (broken && job.id === 'a') throw new Error('quota');
          await journal.write(job);
        },
      },
    });
    const runner = worker();
    await runner.ready;
    await runner.admit(newJob({ id: 'a' }));
    await runner.admit(newJob({ id: 'b' }));
    await settle();
    clock.forget();
    await clock.advance(5_000);
    broken = true;
    await runner.wakeAll().catch(() => undefined);
    await settle();
    expect(polls).toHaveLength(1);
  });

  it.each(['created', 'progress'])('goes on when reading the key fails (%s)', async (when) => {
    let calls = 0;
    const { worker, clock } = world({
      account: async () => {
        if (++calls === (when === 'created' ? 1 : 2)) throw new Error('storage');
        return account;
      },
    });
    const swallowed = vi.fn();
    process.on('unhandledRejection', swallowed);
    const runner = worker();
    await runner.admit(newJob());
    await clock.advance(10_000);
    await runner.wakeAll();
    await clock.advance(10_000);
    process.off('unhandledRejection', swallowed);
    expect(swallowed).not.toHaveBeenCalled();
    expect(['failed', 'orphaned', 'cancelled', 'delivered']).toContain(runner.job('job')?.state.name);
  });
});

describe('the worker dies', () => {
  /** Runs a job with a worker that stops at its `last`th touch of the world, then with new workers to the end. */
  async function dieAt(last: number) {
    let touches = 0;
    let dead = false;
    const w = world({
      gate: () => {
        if (dead || ++touches === last) {
          dead = true;
          return new Promise(() => undefined);
        }
        return Promise.resolve();
      },
    });
    const first = w.worker();
    await first.ready;
    void first.admit(newJob());
    for (let second = 0; second < 20 && !dead; second++) await w.clock.advance(1_000);
    const reached = dead;
    dead = false;
    touches = Number.NEGATIVE_INFINITY;
    w.clock.forget();
    const next = w.worker();
    await next.ready;
    await w.clock.advance(20_000);
    return { ...w, reached, end: next.job('job')?.state.name, stateNow: w.state('job')?.name };
  }

  const points = Array.from({ length: 40 }, (_, index) => index + 1);

  it.each(points)('at touch %i: one createTask, one answer', async (last) => {
    const { creates, polls, page, end, entries } = await dieAt(last);
    expect(creates.length).toBeLessThanOrEqual(1);
    expect(page.size).toBeLessThanOrEqual(1);
    for (const [index, at] of polls.entries())
      if (index) expect(at - (polls[index - 1] ?? 0)).toBeGreaterThanOrEqual(2_000);
    if (!entries.size) expect(creates).toEqual([]);
    else expect(['delivered', 'orphaned']).toContain(end);
    if (end === 'delivered') expect(page.size).toBe(1);
  });

  it('loses a task only between sending createTask and writing its id', async () => {
    const ends = new Map<number, string | undefined>();
    for (const last of points) ends.set(last, (await dieAt(last)).end);
    const orphans = [...ends].filter(([, end]) => end === 'orphaned').map(([last]) => last);
    // 1: before "creating" is written. 2: just after. 3, 4: around createTask. 5: before its id is written.
    expect(orphans).toEqual([2, 3, 4, 5]);
    expect([...ends.values()].filter((end) => end === 'delivered').length).toBeGreaterThan(30);
  });

  it('was reached at as many points as a whole life has', async () => {
    expect((await dieAt(20)).reached).toBe(true);
    expect((await dieAt(40)).reached).toBe(false);
  });
});
