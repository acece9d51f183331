import { isEnded, type Job } from '../jobs/job';
import { dayOf } from './day';
import type { Cost, Entry, Outcome } from './entry';
import { type Nano, toNano } from './money';
import { placeOf } from './place';

/** A task was asked for, and nobody knows whether it was made: cancelled at that moment, or the worker died. */
const isLost = ({ bill }: Job): boolean => Boolean(bill?.sent) && bill?.createdAt === undefined;

function outcomeOf(job: Job): Outcome {
  const { state, bill } = job;
  if (!isEnded(job)) return 'open';
  if (state.name === 'delivered') return 'delivered';
  if (state.name === 'orphaned' || isLost(job)) return 'orphaned';
  if (bill?.readyAt !== undefined) return 'unused';
  return state.name === 'failed' ? 'failed' : state.name === 'cancelled' ? 'cancelled' : 'expired';
}

/** What is known of the cost when a job ends. `estimate`: the person's own price for one such task. */
function costOf(job: Job, outcome: Outcome, estimate: Nano | null): Cost | null {
  if (outcome === 'open') return null;
  const { cost, charged, createdAt, readyAt } = job.bill ?? {};
  const said = cost === undefined ? null : toNano(cost);
  if (said !== null) return { nano: said, source: 'service' };
  const nothing = outcome !== 'orphaned' && createdAt === undefined && readyAt === undefined;
  if (nothing || charged === false) return { nano: 0, source: 'service' };
  return estimate === null ? null : { nano: estimate, source: 'estimate' };
}

/** The entry of a job. Private windows: what it cost, and nothing of where. */
export async function entryOf(job: Job, estimate: Nano | null): Promise<Entry> {
  const { state, bill, incognito } = job;
  const outcome = outcomeOf(job);
  return {
    job: job.id,
    at: job.since,
    day: dayOf(job.since),
    site: incognito ? '' : job.site,
    ...(incognito ? { origin: '', pathHash: '' } : await placeOf(job.challenge.websiteURL)),
    kind: job.challenge.kind,
    service: job.service,
    noticedAt: job.noticedAt ?? job.createdAt,
    createdAt: bill?.createdAt ?? null,
    readyAt: bill?.readyAt ?? null,
    deliveredAt: state.name === 'delivered' ? job.since : null,
    polls: bill?.polls ?? 0,
    outcome,
    errorCode: state.name === 'failed' || state.name === 'orphaned' ? state.problem.code.slice(0, 128) : '',
    cost: costOf(job, outcome, estimate),
    reported: state.name === 'delivered' && state.reported === true,
  };
}
