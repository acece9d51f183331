import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newJob, POLLS, START } from '../../test/fakes/jobs';
import { adopt, ended, events, FRESH, gone, problem, ready, solving, taken, working } from '../../test/fakes/steps';
import type { JobEvent } from './event';
import { isEnded, type JobState } from './job';
import { MAX_POLLS, step } from './step';

describe('step, beside its table', () => {
  it('counts a poll, and sets the time of the next, before it is sent', () => {
    const { job } = taken({ state: solving() }, { type: 'due' }, 5_000);
    expect(job.state).toEqual(solving({ polls: 2, pollAt: START + 7_000 }));
  });

  it('keeps what the person is told', () => {
    expect(taken({ state: { name: 'creating' } }, events[3] as JobEvent).job.state).toEqual({
      name: 'failed',
      problem,
    });
    expect(taken({ state: { name: 'creating' } }, events[4] as JobEvent).job.state).toEqual({
      name: 'orphaned',
      problem,
    });
  });

  it('gives a job a new widget and takes the old one away', () => {
    expect(taken({ state: solving() }, { type: 'ownerless' }, 7).job).toMatchObject({
      owner: null,
      ownerlessAt: START + 7,
    });
    expect(taken({ ...gone, state: solving() }, adopt, 9).job).toMatchObject({
      owner: { document: 'doc2' },
      ownerlessAt: null,
    });
  });

  it('lets nothing change an ended job', () => {
    for (const state of ended)
      for (const event of events) {
        const job = newJob({ state });
        expect(step(job, event, START + 1, POLLS)).toEqual({ job, effects: [] });
      }
  });

  it('can be stopped before it has its answer', () => {
    for (const state of [{ name: 'admitted' }, solving()] as JobState[])
      expect(taken({ state }, { type: 'cancelled', reason: 'x' })).toMatchObject({
        job: { state: { name: 'cancelled', reason: 'x' } },
        effects: [],
      });
  });

  it('does not take an answer for fresh that may have lain at the service all along', () => {
    // Asked at 10 s, then nobody asked for 140 s (the computer slept): the answer may be 140 s old.
    const asked = taken({ state: solving({ pollAt: START }) }, { type: 'due' }, 10_000).job;
    const told = step(asked, working, START + 10_100, POLLS).job;
    const again = step(told, { type: 'due' }, START + 150_000, POLLS);
    const { effects } = step(again.job, ready, START + 150_100, POLLS);
    expect(effects).not.toContainEqual({ do: 'deliver' });
  });
});

describe('step, whatever happens in whatever order', () => {
  const history = fc.array(
    fc.record({
      event: fc.constantFrom(...events),
      ms: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 120_000 })),
    }),
    { maxLength: 200 },
  );

  /** What a job does, event by event. */
  function lived(entries: { event: JobEvent; ms: number }[]) {
    let job = newJob();
    let now = START;
    return entries.map(({ event, ms }) => {
      now += ms;
      const before = job;
      const result = step(job, event, now, POLLS);
      job = result.job;
      return { ...result, before, event, now, names: result.effects.map((effect) => effect.do) };
    });
  }

  it('creates once and polls slowly and seldom', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const moments = lived(entries);
        expect(moments.filter(({ names }) => names.includes('create')).length).toBeLessThanOrEqual(1);
        const polls = moments.filter(({ names }) => names.includes('poll')).map(({ now }) => now);
        expect(polls.length).toBeLessThanOrEqual(MAX_POLLS);
        const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
        expect(Math.min(...gaps, POLLS.intervalMs)).toBe(POLLS.intervalMs);
      }),
      { numRuns: 300 },
    );
  });

  it('delivers only what is fresh and owned, and lets the ended rest', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const moments = lived(entries);
        for (const { job, now } of moments.filter(({ names }) => names.includes('deliver'))) {
          expect(job.owner).not.toBeNull();
          expect(job.state.name === 'solved' && now - job.state.solvedAt < FRESH).toBe(true);
        }
        for (const { before, job, names } of moments.filter((moment) => isEnded(moment.before))) {
          expect(job).toBe(before);
          expect(names).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never left without a poll or a time to wake after it was due', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const due = lived(entries).filter(({ event }) => event.type === 'due' || event.type === 'woke');
        const open = due.filter(({ job }) => ['solving', 'solved'].includes(job.state.name));
        expect(open.filter(({ names }) => !names.includes('wake') && !names.includes('poll'))).toEqual([]);
      }),
    );
  });
});
