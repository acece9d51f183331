import type { Progress } from '../services/client';
import type { PollProfile } from '../services/service';
import { inTime, isFresh } from './clock';
import { created } from './created';
import type { JobEvent, Step } from './event';
import { isEnded, type Job } from './job';
import {
  type Admitted,
  billed,
  type Creating,
  freshUntil,
  KEPT_MS,
  ownerlessWake,
  problemOf,
  RELOAD_GRACE_MS,
  type Solved,
  type Solving,
  solved,
  stay,
  stopped,
  to,
} from './moves';
import { lost, tooLong } from './problems';

/** Never more polls than this for one task: accounts get locked (fact sheet of services, 1.5). */
export const MAX_POLLS = 120;
/**
 * The engine: what a job becomes when something happens to it, and what is to be done then. Pure and total: an event
 * that makes no sense in a state changes nothing. The caller writes the job to the journal before it acts.
 */
export function step(given: Job, event: JobEvent, now: number, polls: PollProfile): Step {
  if (event.type === 'reported') return reported(given);
  if (isEnded(given)) return stay(given);
  const job = inTime(given, now);
  if (event.type === 'answered') return answered(job, now);
  if (event.type === 'cancelled') return cancelled(job, event, now);
  if (event.type === 'ownerless') return ownerless(job, now);
  if (event.type === 'adopted') return adopted({ ...job, owner: event.owner, ownerlessAt: null }, now, polls);

  switch (job.state.name) {
    case 'admitted':
      return inAdmitted(job, job.state, event, now);
    case 'creating':
      return inCreating(job, job.state, event, now, polls);
    case 'solving':
      return inSolving(job, job.state, event, now, polls);
    case 'solved':
      return inSolved(job, job.state, event, now);
    default:
      return stay(job);
  }
}

/** Marked before it is sent, so that it is never sent twice. */
function reported(job: Job): Step {
  const { state } = job;
  if (state.name !== 'delivered' || state.taskId === undefined || state.reported) return stay(job);
  return stay({ ...job, state: { ...state, reported: true } }, { do: 'report', taskId: state.taskId });
}

/** Where createTask is on its way, it is waited for: what it makes is to be accounted for. */
function cancelled(job: Job, { reason, unsent }: Extract<JobEvent, { type: 'cancelled' }>, now: number): Step {
  const { state } = job;
  // On its way to the page, which may have it already.
  if (state.name === 'solved' && job.owner) return stay(job);
  if (state.name === 'creating' && !unsent) return stay({ ...job, state: { ...state, stopped: reason } });
  return to(job, stopped(reason, 'taskId' in state ? state.taskId : undefined), now);
}

/** The person was faster. What is paid for is fetched and kept, for the next widget that asks for the same. */
const answered = (job: Job, now: number): Step =>
  job.state.name === 'admitted'
    ? to(job, { name: 'cancelled', reason: 'It was solved by hand.' }, now)
    : ownerless(job, now);

const ownerless = (job: Job, now: number): Step =>
  job.owner === null ? stay(job) : stay({ ...job, owner: null, ownerlessAt: now }, ownerlessWake(job, now));

function inAdmitted(job: Job, { notBefore = 0 }: Admitted, event: JobEvent, now: number): Step {
  if (event.type !== 'admitted' && event.type !== 'woke' && event.type !== 'due') return stay(job);
  // Nothing was sent yet, so a worker that woke up here may still send. Nobody is there to ask for: then it is over.
  if (now < notBefore) return stay(job, { do: 'wake', at: notBefore });
  if (resting(job, now)) return to(job, { name: 'cancelled', reason: 'The page was left.' }, now);
  if (!job.owner) return stay(job, { do: 'wake', at: (job.ownerlessAt ?? now) + RELOAD_GRACE_MS });
  return to(billed(job, { sent: true }), { name: 'creating' }, now, { do: 'create' });
}

function inCreating(job: Job, state: Creating, event: JobEvent, now: number, polls: PollProfile): Step {
  if (event.type === 'created') return created(job, state, event, now, polls);
  return event.type === 'woke' ? to(job, { name: 'orphaned', problem: lost(job) }, now) : stay(job);
}

function inSolving(job: Job, state: Solving, event: JobEvent, now: number, polls: PollProfile): Step {
  if (event.type === 'progress') return progress(job, state, event.progress, now, polls);
  return event.type === 'due' || event.type === 'woke' ? solvingDue(job, state, now, polls) : stay(job);
}

function inSolved(job: Job, state: Solved, event: JobEvent, now: number): Step {
  if (event.type === 'delivered') {
    const { taskId } = state;
    return to(job, { name: 'delivered', ...(taskId !== undefined && { taskId }) }, now);
  }
  if (!isFresh(job, state, now)) return to(job, { name: 'expired' }, now);
  if (event.type !== 'due' && event.type !== 'woke') return stay(job);
  return stay(job, ...(job.owner ? [{ do: 'deliver' } as const] : []), freshUntil(job, state));
}

function solvingDue(job: Job, state: Solving, now: number, polls: PollProfile): Step {
  // A job that slept past its time still asks once: it is paid for, and the answer may be there.
  if (now - job.createdAt >= KEPT_MS)
    return to(job, job.owner ? { name: 'failed', problem: tooLong(job) } : { name: 'expired' }, now);
  if (state.polls >= MAX_POLLS) return to(job, { name: 'failed', problem: tooLong(job) }, now);
  if (resting(job, now)) return stay(job, { do: 'wake', at: job.createdAt + KEPT_MS });
  if (now < state.pollAt) return stay(job, { do: 'wake', at: state.pollAt });
  // Counted before it is sent: a worker that dies in between must not poll faster for it. The answer sets the next one.
  const next: Solving = { ...state, polls: state.polls + 1, pollAt: now + polls.intervalMs };
  return stay({ ...billed(job, { polls: next.polls }), state: next }, { do: 'poll', taskId: state.taskId });
}

function progress(job: Job, state: Solving, outcome: Progress, now: number, polls: PollProfile): Step {
  if (outcome.outcome === 'ready')
    return solved(job, { ...outcome, taskId: state.taskId }, now, solvedAt(state, now, polls));
  if (outcome.outcome === 'failed') {
    const { charged } = outcome.refusal;
    const failed = charged === undefined ? job : billed(job, { charged });
    return to(failed, { name: 'failed', problem: problemOf(outcome.refusal) }, now);
  }
  const { refusal } = outcome;
  if (refusal?.endsTask || (refusal?.once && state.troubled))
    return to(job, { name: 'failed', problem: problemOf(refusal) }, now);
  // Counted from the reply: a slow one must not bring the next poll closer than the service allows.
  const wait = Math.max(polls.intervalMs, outcome.retryAfterMs ?? refusal?.backOffMs ?? 0);
  const pollAt = now + wait;
  if (pollAt - job.createdAt > Math.min(polls.giveUpMs, KEPT_MS) + polls.intervalMs)
    return to(job, { name: 'failed', problem: tooLong(job) }, now);
  // Only the service's own word that it works says how old an answer can be, and it may be as old as the question.
  const workingAt = refusal ? state.workingAt : Math.max(state.workingAt, state.pollAt - polls.intervalMs);
  const next: Solving = { ...state, pollAt, workingAt, troubled: refusal?.once ?? false };
  return stay({ ...job, state: next }, { do: 'wake', at: pollAt });
}

/**
 * An answer's age counts from when it was made, not from when it was heard of: after a gap (asleep, resting, no worker)
 * it may be as old as the last word that it was not there yet.
 */
const solvedAt = ({ workingAt }: Solving, now: number, { firstMs, intervalMs }: PollProfile): number =>
  now - workingAt > 2 * Math.max(firstMs, intervalMs) + 1_000 ? workingAt : now;

function adopted(job: Job, now: number, polls: PollProfile): Step {
  if (job.state.name === 'solving') return solvingDue(job, job.state, now, polls);
  if (job.state.name === 'admitted') return inAdmitted(job, job.state, { type: 'due' }, now);
  // Stopped elsewhere; here it is asked for.
  if (job.state.name === 'creating') return stay({ ...job, state: { name: 'creating' } });
  if (job.state.name !== 'solved') return stay(job);
  return isFresh(job, job.state, now) ? stay(job, { do: 'deliver' }) : to(job, { name: 'expired' }, now);
}

const resting = (job: Job, now: number) => job.ownerlessAt !== null && now - job.ownerlessAt >= RELOAD_GRACE_MS;
