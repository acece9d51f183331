import { describe, expect, it } from 'vitest';
import { memoryJournal, newJob, POLLS, START } from '../../test/fakes/jobs';
import { world } from '../../test/fakes/runner';
import type { Refusal } from '../services/client';
import type { JobEvent } from './event';
import type { Job } from './job';
import { step } from './step';

const refusal: Refusal = { class: 'config', message: 'M.', advice: 'A.', code: 'C', retryAfterMs: null };

const STEP = 2_400;

/** The job after these events, one after another, and what of it the ledger will be told. */
function after(...events: JobEvent[]): Job {
  return events.reduce((job, event, index) => step(job, event, START + index * STEP, POLLS).job, newJob());
}
const created: JobEvent = { type: 'created', created: { outcome: 'created', taskId: '1' } };
const ready = (cost: number | null): JobEvent => ({
  type: 'progress',
  progress: { outcome: 'ready', answer: { token: 'T' }, cost },
});
const due: JobEvent = { type: 'due' };
const admitted: JobEvent = { type: 'admitted' };

describe('what the ledger will be told is kept on the job', () => {
  it.each<[string, JobEvent[], Job['bill']]>([
    ['nothing was sent', [{ type: 'cancelled', reason: 'R' }], undefined],
    ['sent', [admitted], { sent: true }],
    ['made', [admitted, created], { sent: true, createdAt: START + STEP }],
    [
      'polled, solved, delivered',
      [admitted, created, due, ready(0.0006), { type: 'delivered' }],
      { sent: true, createdAt: START + STEP, polls: 1, readyAt: START + 3 * STEP, cost: 0.0006 },
    ],
    [
      'solved for an unknown price',
      [admitted, created, due, ready(null)],
      { sent: true, createdAt: START + STEP, polls: 1, readyAt: START + 3 * STEP },
    ],
    [
      'answered at once',
      [admitted, { type: 'created', created: { outcome: 'answered', answer: { token: 'T' }, cost: 0 } }],
      { sent: true, createdAt: START + STEP, readyAt: START + STEP, cost: 0 },
    ],
    ['refused', [admitted, { type: 'created', created: { outcome: 'refused', refusal } }], { sent: false }],
    [
      'refused, and asked for elsewhere',
      [admitted, { type: 'created', created: { outcome: 'refused', refusal }, next: 'capsolver' }],
      { sent: true },
    ],
    ['nobody knows', [admitted, { type: 'created', created: { outcome: 'unknown', refusal } }], { sent: true }],
    [
      'failed, and charged all the same',
      [
        admitted,
        created,
        due,
        { type: 'progress', progress: { outcome: 'failed', refusal: { ...refusal, charged: true } } },
      ],
      { sent: true, createdAt: START + STEP, polls: 1, charged: true },
    ],
  ])('%s', (_name, events, bill) => expect(after(...events).bill).toEqual(bill));
});

describe('a job is forgotten after it was recorded, and not before', () => {
  const ended = newJob({ state: { name: 'cancelled', reason: 'R' } });
  const stored = () => new Map([[ended.id, JSON.stringify(ended)]]);

  it('stays in the journal while the ledger cannot take it', async () => {
    const entries = stored();
    let works = false;
    const record = async () => {
      if (!works) throw new Error('disk full');
    };
    const { worker } = world({ journal: memoryJournal(entries).journal, record });
    const first = worker();
    await first.ready;
    await first.forget(ended.id);
    expect(first.jobs()).toEqual([]);
    expect(entries.size).toBe(1);
    works = true;
    const second = worker();
    await second.ready;
    await second.forget(ended.id);
    expect(entries.size).toBe(0);
  });
});
