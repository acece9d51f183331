import type { Created, Refusal } from '../services/client';
import type { PollProfile } from '../services/service';
import type { JobEvent, Step } from './event';
import type { Bill, Job } from './job';
import { billed, type Creating, ownerlessWake, problemOf, solved, stopped, to } from './moves';

/** A busy service without a word of its own on when to come back. */
const BACK_OFF_MS = 3_000;
/** Longer than this nobody waits in front of a form: then it is the next service, or the person. */
const LONGEST_WAIT_MS = 30_000;

/** What createTask has come to. */
export function created(
  open: Job,
  { stopped: reason }: Creating,
  event: Extract<JobEvent, { type: 'created' }>,
  now: number,
  polls: PollProfile,
): Step {
  const outcome = event.created;
  const job = billed(open, billOf(outcome, now));
  if (reason !== undefined && outcome.outcome !== 'unknown')
    return to(job, stopped(reason, 'taskId' in outcome ? outcome.taskId : undefined), now);
  switch (outcome.outcome) {
    case 'created': {
      const pollAt = now + polls.firstMs;
      // The reply may have been slow, and the service quick.
      return to(job, { name: 'solving', taskId: outcome.taskId, polls: 0, pollAt, workingAt: job.since }, now, {
        do: 'wake',
        at: pollAt,
      });
    }
    case 'answered':
      // Made at some moment of a call that may have taken long.
      return solved(job, outcome, now, job.since);
    case 'refused':
      return refused(job, outcome.refusal, event, now);
    case 'unknown':
      return to(job, { name: 'orphaned', problem: problemOf(outcome.refusal) }, now);
  }
}

/** What createTask's outcome says of money. */
function billOf({ outcome }: Created, now: number): Bill {
  if (outcome === 'unknown') return {};
  return outcome === 'refused' ? { sent: false } : { createdAt: now };
}

/** No task was made, so asking again costs nothing: the same service once more when it was busy, then the next one. */
function refused(
  job: Job,
  refusal: Refusal,
  { next, jitter = 0 }: { next?: string | null; jitter?: number },
  now: number,
): Step {
  const busy = refusal.class === 'later' && !refusal.pause && !refusal.unsupported;
  // Nobody there: the next one need not wait for that. Without a next one, it may have been a bad moment.
  const elsewhere = Boolean(refusal.unreachable) && Boolean(next);
  if (busy && job.refusals === 0 && !elsewhere) {
    const wait = Math.max(refusal.retryAfterMs ?? 0, (refusal.backOffMs ?? BACK_OFF_MS) * (1 + jitter));
    const again: Job = { ...job, refusals: job.refusals + 1 };
    if (wait <= LONGEST_WAIT_MS)
      return to(again, { name: 'admitted', notBefore: now + wait }, now, { do: 'wake', at: now + wait });
  }
  // What is wrong with the task itself is wrong everywhere.
  const passesOn = busy || refusal.class === 'config' || Boolean(refusal.pause) || Boolean(refusal.unsupported);
  if (!next || !passesOn) return to(job, { name: 'failed', problem: problemOf(refusal) }, now);
  const passed: Job = { ...job, service: next, tried: [...job.tried, job.service], refusals: 0 };
  // Nobody is there to spend it for; it goes on once somebody is.
  if (!job.owner) return to(passed, { name: 'admitted' }, now, ownerlessWake(passed, now));
  return to(billed(passed, { sent: true }), { name: 'creating' }, now, { do: 'create' });
}
