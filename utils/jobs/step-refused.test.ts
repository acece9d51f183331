import { describe, expect, it } from 'vitest';
import { newJob, POLLS, START } from '../../test/fakes/jobs';
import { refusal, solving } from '../../test/fakes/steps';
import type { Refusal } from '../services/client';
import type { JobState } from './job';
import { step } from './step';

describe('reports', () => {
  const delivered = newJob({ state: { name: 'delivered', taskId: '7' } });
  it('are marked before they are sent, and sent once', () => {
    const { job, effects } = step(delivered, { type: 'reported' }, START, POLLS);
    expect(effects).toEqual([{ do: 'report', taskId: '7' }]);
    expect(step(job, { type: 'reported' }, START, POLLS)).toEqual({ job, effects: [] });
  });

  it('need an answer that was delivered and a task', () => {
    for (const state of [{ name: 'delivered' }, { name: 'expired' }, solving()] as JobState[]) {
      const job = newJob({ state });
      expect(step(job, { type: 'reported' }, START, POLLS)).toEqual({ job, effects: [] });
    }
  });
});

describe('a service that refuses', () => {
  const creating = newJob({ state: { name: 'creating' } });
  const refused = (over: Partial<Refusal>, next: string | null = 'other', job = creating) =>
    step(
      job,
      { type: 'created', created: { outcome: 'refused', refusal: { ...refusal, ...over } }, next, jitter: 0.5 },
      START,
      POLLS,
    );

  it('for lack of a worker is asked again after a pause, then it is the next one', () => {
    const once = refused({ class: 'later', backOffMs: 4_000 });
    expect(once.job).toMatchObject({ service: 'capmonster', state: { name: 'admitted', notBefore: START + 6_000 } });
    expect(once.effects).toEqual([{ do: 'wake', at: START + 6_000 }]);
    expect(step(once.job, { type: 'due' }, START + 5_999, POLLS).effects).toEqual([{ do: 'wake', at: START + 6_000 }]);
    const again = step(once.job, { type: 'due' }, START + 6_000, POLLS);
    expect(again.effects).toEqual([{ do: 'create' }]);
    const twice = refused({ class: 'later' }, 'other', again.job);
    expect(twice.job).toMatchObject({ service: 'other', tried: ['capmonster'], state: { name: 'creating' } });
    expect(twice.effects).toEqual([{ do: 'create' }]);
  });

  it('honours Retry-After, and does not wait for ever', () => {
    expect(refused({ class: 'later', retryAfterMs: 20_000 }).job.state).toEqual({
      name: 'admitted',
      notBefore: START + 20_000,
    });
    expect(refused({ class: 'later', retryAfterMs: 60_000 }).job.service).toBe('other');
  });

  it('for good is passed at once', () => {
    for (const over of [
      { class: 'config' },
      { class: 'later', pause: { until: 'key' } },
      { unsupported: 'kind' },
    ] as Partial<Refusal>[])
      expect(refused(over).job).toMatchObject({ service: 'other', state: { name: 'creating' } });
  });

  it('that is not there is passed at once; without a next one it may have been a bad moment', () => {
    const away = { class: 'later', unreachable: true, backOffMs: 4_000 } as const;
    expect(refused(away).job).toMatchObject({ service: 'other', state: { name: 'creating' } });
    const waiting = refused(away, null).job;
    expect(waiting.state).toEqual({ name: 'admitted', notBefore: START + 6_000 });
    const again = step(waiting, { type: 'due' }, START + 6_000, POLLS).job;
    expect(refused(away, null, again).job.state.name).toBe('failed');
  });

  it('ends the job where the task itself is wrong, or nobody is left', () => {
    expect(refused({ class: 'task' }).job.state.name).toBe('failed');
    expect(refused({ class: 'config' }, null).job.state.name).toBe('failed');
  });

  it('without saying whether a task was made is the last one', () => {
    const { job, effects } = step(
      creating,
      { type: 'created', created: { outcome: 'unknown', refusal }, next: 'other' },
      START,
      POLLS,
    );
    expect(job.state.name).toBe('orphaned');
    expect(effects).toEqual([]);
  });
});
