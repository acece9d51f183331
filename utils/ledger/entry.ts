import { z } from 'zod';

/** How a job ended, as the ledger tells it. */
export const OUTCOMES = [
  'delivered',
  /** Solved and paid for, and nobody took the answer. */
  'unused',
  'failed',
  'cancelled',
  /** The page was left, and no answer came. */
  'expired',
  /** A task was asked for and nobody knows whether there is one: possibly charged. */
  'orphaned',
  /** Not ended: written before the task is asked for, so that a browser that is closed meanwhile leaves a trace. */
  'open',
] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** From the least to the best known. */
const SOURCES = ['estimate', 'balance', 'service'] as const;
export type Source = (typeof SOURCES)[number];

/** `service`: it said so, or there was no task. `balance`: the difference of two readings. `estimate`: the price table. */
export const Cost = z.strictObject({ nano: z.int().min(0), source: z.enum(SOURCES) });
export type Cost = z.infer<typeof Cost>;

const time = z.number().min(0);

/**
 * One job as the ledger keeps it. No answer, no key, no address beyond the origin: the path is a hash, by which the jobs
 * of one page are known to belong together. Times are epoch ms.
 */
export const Entry = z.strictObject({
  job: z.string().min(1).max(64),
  /** When it ended. */
  at: time,
  /** The person's calendar day then, YYYY-MM-DD: travelling does not move it. */
  day: z.string().regex(/^\d{4,6}-\d\d-\d\d$/),
  /** Host name of the page in the tab; empty for private windows, which leave no trace of where they were. */
  site: z.string().max(255),
  origin: z.string().max(300),
  pathHash: z.string().regex(/^([0-9a-f]{16})?$/),
  kind: z.string().min(1).max(64),
  service: z.string().min(1).max(64),
  noticedAt: time,
  createdAt: time.nullable(),
  readyAt: time.nullable(),
  deliveredAt: time.nullable(),
  polls: z.int().min(0),
  outcome: Outcome,
  errorCode: z.string().max(128),
  /** Null: unknown. */
  cost: Cost.nullable(),
  /** The person told the service that the answer was wrong. */
  reported: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;

/** From the least to the best known. What was taken for lost may turn up all the same. */
const certainty = ({ outcome }: Entry): number => ({ open: 0, orphaned: 1 })[outcome as string] ?? 2;

const rank = (cost: Cost | null): number => (cost ? SOURCES.indexOf(cost.source) : -1);

/** Whether a better source may still tell what this one cost. */
export const isOpenBill = ({ cost }: Entry): boolean => cost === null || cost.source === 'estimate';

/** A task was made, or may have been, and its fate is known. */
export const mayCost = ({ createdAt, outcome }: Entry): boolean =>
  outcome !== 'open' && (createdAt !== null || outcome === 'orphaned');

/**
 * What is written when a job is told of again. Only adds: what is better known takes the place of what was less so, a
 * report stays. So telling twice, or in any order, or again after a crash, comes to the same (docs/decisions/0008).
 */
export function merged(known: Entry | undefined, told: Entry): Entry {
  if (!known) return told;
  const better = certainty(told) > certainty(known) || (told.outcome === 'open' && known.outcome === 'open');
  const cost = rank(told.cost) > rank(known.cost) ? told.cost : known.cost;
  return { ...(better ? told : known), cost, reported: known.reported || told.reported };
}
