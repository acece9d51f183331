import type { JobEvent } from '../../utils/jobs/event';
import type { Job, JobState } from '../../utils/jobs/job';
import { step } from '../../utils/jobs/step';
import type { Refusal } from '../../utils/services/client';
import { FRESH_MS } from '../../utils/widgets/challenge';
import { newJob, owner, POLLS, START } from './jobs';

export const FRESH = FRESH_MS.recaptcha;
export const answer = { token: 'TOKEN' };
export const refusal: Refusal = { class: 'task', message: 'M.', advice: 'A.', code: 'C', retryAfterMs: null };
export const problem = { message: 'M.', advice: 'A.', code: 'C' };
export const gone = { owner: null, ownerlessAt: START };

export const solving = (over: Partial<Extract<JobState, { name: 'solving' }>> = {}): JobState => ({
  name: 'solving',
  taskId: '7',
  polls: 1,
  pollAt: START + 4_000,
  workingAt: START + 2_000,
  ...over,
});
export const solved: JobState = { name: 'solved', answer, solvedAt: START };
export const ended: JobState[] = [
  { name: 'delivered' },
  { name: 'failed', problem },
  { name: 'orphaned', problem },
  { name: 'cancelled', reason: 'x' },
  { name: 'expired' },
];
export const events: JobEvent[] = [
  { type: 'admitted' },
  { type: 'created', created: { outcome: 'created', taskId: '8' } },
  { type: 'created', created: { outcome: 'answered', answer } },
  { type: 'created', created: { outcome: 'refused', refusal } },
  { type: 'created', created: { outcome: 'unknown', refusal } },
  { type: 'due' },
  { type: 'progress', progress: { outcome: 'working', retryAfterMs: null } },
  { type: 'progress', progress: { outcome: 'working', retryAfterMs: 60_000 } },
  { type: 'progress', progress: { outcome: 'ready', answer, cost: null } },
  { type: 'progress', progress: { outcome: 'failed', refusal } },
  { type: 'woke' },
  { type: 'ownerless' },
  { type: 'adopted', owner: { ...owner, document: 'doc2' } },
  { type: 'delivered' },
  { type: 'cancelled', reason: 'You stopped it.' },
  { type: 'answered' },
];
export const [working] = events.filter(({ type }) => type === 'progress') as [JobEvent];
export const ready = events[8] as JobEvent;
export const adopt = events[12] as JobEvent;

export const taken = (job: Partial<Job>, event: JobEvent, ms = 0) => step(newJob(job), event, START + ms, POLLS);
