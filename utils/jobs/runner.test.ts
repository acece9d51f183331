import { describe, expect, it, vi } from 'vitest';
import { memoryJournal, newJob, settle } from '../../test/fakes/jobs';
import { account, world } from '../../test/fakes/runner';
import type { Journal } from './journal';

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
    expect(state('job')).toMatchObject({ name: 'cancelled', reason: 'x' });
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
