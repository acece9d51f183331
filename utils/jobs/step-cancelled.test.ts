import { describe, expect, it } from 'vitest';
import { POLLS, START } from '../../test/fakes/jobs';
import { adopt, answer, problem, refusal, solved, solving, taken } from '../../test/fakes/steps';
import type { Created } from '../services/client';
import type { JobEvent } from './event';
import { step } from './step';

const cancel: JobEvent = { type: 'cancelled', reason: 'x' };

describe('stopped by the person', () => {
  const stopping = taken({ state: { name: 'creating' } }, cancel, 10).job;

  it('waits for what createTask comes to', () => {
    expect(stopping.state).toEqual({ name: 'creating', stopped: 'x' });
  });

  it.each<[string, Created, object]>([
    ['a task', { outcome: 'created', taskId: '7' }, { name: 'cancelled', reason: 'x', taskId: '7' }],
    ['an answer', { outcome: 'answered', answer, taskId: '7' }, { name: 'cancelled', reason: 'x', taskId: '7' }],
    ['a refusal', { outcome: 'refused', refusal }, { name: 'cancelled', reason: 'x' }],
    ['nobody knows', { outcome: 'unknown', refusal }, { name: 'orphaned', problem }],
  ])('%s is accounted for, and nothing more is asked', (_, created, state) => {
    const ended = step(stopping, { type: 'created', created, next: 'capsolver' }, START + 20, POLLS);
    expect(ended.job.state).toEqual(state);
    expect(ended.effects).toEqual([]);
  });

  it('is orphaned where the worker died meanwhile', () => {
    expect(step(stopping, { type: 'woke' }, START + 20, POLLS).job.state.name).toBe('orphaned');
  });

  it('goes on for the next widget that asks for the same', () => {
    expect(step(stopping, adopt, START + 20, POLLS).job.state).toEqual({ name: 'creating' });
  });

  it('keeps the task in the account', () => {
    expect(taken({ state: solving() }, cancel).job.state).toEqual({ name: 'cancelled', reason: 'x', taskId: '7' });
  });

  it('comes too late where the answer is on its way to the page', () => {
    expect(taken({ state: solved }, cancel).job.state).toEqual(solved);
  });

  it('ends at once where nothing was sent', () => {
    const unsent: JobEvent = { type: 'cancelled', reason: 'x', unsent: true };
    expect(taken({ state: { name: 'creating' } }, unsent).job.state).toEqual({ name: 'cancelled', reason: 'x' });
  });
});
