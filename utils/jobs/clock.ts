import { FRESH_MS } from '../widgets/challenge';
import type { Job, JobState } from './job';

type Solved = Extract<JobState, { name: 'solved' }>;

/** Clocks are corrected by this much all the time; in ms. */
const CORRECTED_MS = 1_000;

/**
 * The job as of now where the clock was set back to before its state began: its times move along, or it would wait until
 * the clock has caught up. Nothing comes sooner by it. An answer does not move: see `isFresh`.
 */
export function inTime(job: Job, now: number): Job {
  const back = job.since - now;
  const { state } = job;
  if (back <= 0 || state.name === 'solved') return job;
  const moved = { ...job, since: now, createdAt: job.createdAt - back };
  if (job.ownerlessAt !== null) moved.ownerlessAt = Math.min(job.ownerlessAt, now);
  if (state.name === 'solving')
    moved.state = { ...state, pollAt: state.pollAt - back, workingAt: state.workingAt - back };
  if (state.name === 'admitted' && state.notBefore !== undefined)
    moved.state = { ...state, notBefore: state.notBefore - back };
  return moved;
}

/** Whether the answer may still be delivered. Nobody can tell the age of one that is from the future. */
export const isFresh = ({ challenge, since }: Job, { solvedAt }: Solved, now: number): boolean =>
  now - solvedAt < FRESH_MS[challenge.kind] && now >= since - CORRECTED_MS;
