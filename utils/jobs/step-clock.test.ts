import { describe, expect, it } from 'vitest';
import { newJob, POLLS, START } from '../../test/fakes/jobs';
import { adopt, FRESH, gone, ready, solved, solving, taken, working } from '../../test/fakes/steps';
import type { Job } from './job';
import { KEPT_MS } from './moves';
import { step } from './step';

const HOUR_MS = 3_600_000;

describe('a clock that is set back', () => {
  it('keeps no poll waiting until it has caught up', () => {
    const { job, effects } = taken({ state: solving() }, { type: 'due' }, -HOUR_MS);
    expect(effects).toEqual([{ do: 'wake', at: START - HOUR_MS + 4_000 }]);
    expect(step(job, { type: 'due' }, START - HOUR_MS + 4_000, POLLS).effects).toEqual([{ do: 'poll', taskId: '7' }]);
  });

  it('keeps no busy service waiting either', () => {
    const state = { name: 'admitted', notBefore: START + 3_000 } as const;
    expect(taken({ state }, { type: 'due' }, -HOUR_MS).effects).toEqual([{ do: 'wake', at: START - HOUR_MS + 3_000 }]);
  });

  it('lengthens no job', () => {
    const back = taken({ state: solving() }, working, -HOUR_MS).job;
    expect(step(back, { type: 'due' }, START - HOUR_MS + KEPT_MS, POLLS).job.state.name).toBe('failed');
  });

  it('lets nobody have an answer whose age cannot be told', () => {
    const { job, effects } = taken({ ...gone, state: solved }, adopt, -HOUR_MS);
    expect(job.state.name).toBe('expired');
    expect(effects).toEqual([]);
  });

  it('changes nothing about an answer that the page has', () => {
    expect(taken({ state: solved }, { type: 'delivered' }, -HOUR_MS).job.state.name).toBe('delivered');
  });

  it('is forgiven a second', () => {
    expect(taken({ ...gone, state: solved }, adopt, -900).effects).toEqual([{ do: 'deliver' }]);
  });
});

describe('a clock that is set forward', () => {
  it.each<[string, Partial<Job>]>([
    ['expired', { state: solved }],
    ['failed', { state: solving() }],
    ['expired', { ...gone, state: solving() }],
    ['cancelled', { ...gone, state: { name: 'admitted' } }],
  ])('%s', (name, job) => expect(taken(job, { type: 'due' }, HOUR_MS).job.state.name).toBe(name));
});

describe('the age of an answer', () => {
  const aged = (job: Job, at: number) => {
    const { state } = step(job, ready, at, POLLS).job;
    return state.name === 'solved' ? at - state.solvedAt : null;
  };

  it('counts from the question where the reply was slow', () => {
    // Asked at 4 s; "not yet" was heard at 24 s, and may have been said at 4 s.
    const asked = taken({ state: solving() }, { type: 'due' }, 4_000).job;
    const told = step(asked, working, START + 24_000, POLLS).job;
    const again = step(told, { type: 'due' }, START + 26_000, POLLS).job;
    expect(aged(again, START + 26_100)).toBe(22_100);
  });

  it('counts from createTask where that was answered with it', () => {
    const created = { outcome: 'answered', answer: { token: 'T' } } as const;
    const { job } = step(newJob({ state: { name: 'creating' } }), { type: 'created', created }, START + FRESH, POLLS);
    expect(job.state.name).toBe('expired');
  });
});

it('a refusal makes nobody pay elsewhere for a page that is gone, until somebody is there', () => {
  const refusal = { class: 'config', message: 'M.', advice: 'A.', code: 'C', retryAfterMs: null } as const;
  const event = { type: 'created', created: { outcome: 'refused', refusal }, next: 'capsolver' } as const;
  const passed = taken({ ...gone, state: { name: 'creating' } }, event, 100);
  expect(passed.job).toMatchObject({ service: 'capsolver', state: { name: 'admitted' } });
  expect(passed.effects).not.toContainEqual({ do: 'create' });
  expect(step(passed.job, adopt, START + 200, POLLS).effects).toEqual([{ do: 'create' }]);
  expect(step(passed.job, { type: 'due' }, START + 60_000, POLLS).job.state.name).toBe('cancelled');
});
