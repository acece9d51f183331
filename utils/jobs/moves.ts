import type { Refusal } from '../services/client';
import { FRESH_MS } from '../widgets/challenge';
import type { Effect, Step } from './event';
import type { Bill, Job, JobState, Problem } from './job';

/** How long a job without a widget is polled on: a reload takes seconds. After that it rests until adopted. */
export const RELOAD_GRACE_MS = 30_000;
/** Services keep a result for about five minutes from its creation (fact sheet of services, 1.5). */
export const KEPT_MS = 300_000;

export type Creating = Extract<JobState, { name: 'creating' }>;
export type Admitted = Extract<JobState, { name: 'admitted' }>;
export type Solving = Extract<JobState, { name: 'solving' }>;
export type Solved = Extract<JobState, { name: 'solved' }>;

export const stay = (job: Job, ...effects: Effect[]): Step => ({ job, effects });
export const to = (job: Job, state: JobState, now: number, ...effects: Effect[]): Step => ({
  job: { ...job, state, since: now },
  effects,
});
/** Adds to what the ledger will be told. */
export const billed = (job: Job, more: Bill): Job => ({ ...job, bill: { ...job.bill, ...more } });
export const problemOf = ({ message, advice, code }: Refusal): Problem => ({ message, advice, code });

export const stopped = (reason: string, taskId?: string): JobState => ({
  name: 'cancelled',
  reason,
  ...(taskId !== undefined && { taskId }),
});

export function solved(
  open: Job,
  { answer, taskId, cost }: { answer: Solved['answer']; taskId?: string; cost?: number | null },
  now: number,
  solvedAt: number,
): Step {
  const job = billed(open, { readyAt: now, ...(typeof cost === 'number' && { cost }) });
  const of = taskId === undefined ? {} : { taskId };
  if (now - solvedAt >= FRESH_MS[job.challenge.kind]) return to(job, { name: 'expired', ...of }, now);
  const state: Solved = { name: 'solved', answer, solvedAt, ...of };
  return to(job, state, now, ...(job.owner ? [{ do: 'deliver' } as const] : []), freshUntil(job, state));
}

export const freshUntil = (job: Job, state: Solved): Effect => ({
  do: 'wake',
  at: state.solvedAt + FRESH_MS[job.challenge.kind],
});
export function ownerlessWake(job: Job, now: number): Effect {
  if (job.state.name === 'solved') return freshUntil(job, job.state);
  return { do: 'wake', at: job.state.name === 'solving' ? job.state.pollAt : now + KEPT_MS };
}
