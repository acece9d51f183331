import { z } from 'zod';
import { type Entry, mayCost } from './entry';

const count = z.int().min(0);

/** What the jobs of one day came to at one service. Money in nano-dollars. */
export const DaySum = z.strictObject({
  day: z.string(),
  service: z.string(),
  jobs: count,
  /** Delivered, or at least solved. */
  solved: count,
  /** Told by the service or measured. */
  nano: count,
  /** By the price table, on top of it. */
  estimated: count,
  /** Solved, and nobody knows for how much. */
  unknown: count,
  /** No answer came, and yet they may have been charged. */
  possible: count,
});
export type DaySum = z.infer<typeof DaySum>;
export type Sum = Omit<DaySum, 'day' | 'service'>;

export const NOTHING: Sum = { jobs: 0, solved: 0, nano: 0, estimated: 0, unknown: 0, possible: 0 };

/** What one entry adds to its day. */
export function shareOf(entry: Entry): Sum {
  if (entry.outcome === 'open') return NOTHING;
  const { cost, readyAt } = entry;
  const certain = cost !== null && cost.source !== 'estimate';
  const solved = readyAt !== null;
  return {
    jobs: 1,
    solved: solved ? 1 : 0,
    nano: certain ? cost.nano : 0,
    estimated: !certain && solved ? (cost?.nano ?? 0) : 0,
    unknown: solved && !cost ? 1 : 0,
    possible: !certain && !solved && mayCost(entry) ? 1 : 0,
  };
}

const FIELDS = Object.keys(NOTHING) as (keyof Sum)[];

/** Adds sums; `sign` -1 takes the second away. */
export function plus(one: Sum, other: Sum, sign: 1 | -1 = 1): Sum {
  return Object.fromEntries(FIELDS.map((field) => [field, one[field] + sign * other[field]])) as unknown as Sum;
}

export const total = (sums: readonly Sum[]): Sum => sums.reduce((all, sum) => plus(all, sum), NOTHING);
