import { type Entry, isOpenBill, mayCost } from './entry';
import type { Nano } from './money';

/** A balance, and of which account: another key, another purse. */
export interface Reading {
  nano: Nano;
  at: number;
  account: string;
}

/** Two readings closer than this tell nothing: services book late (fact sheet of services, 5). */
export const APART_MS = 30_000;
/** A difference over more than this is likely to hold a top-up, or tasks of somebody else. */
const LONGEST_MS = 24 * 3_600_000;
/** No captcha costs a dollar: this balance is not in dollars, or somebody else was at it. */
const DEAREST: Nano = 1e9;

const canCompare = (before: Reading, after: Reading): boolean =>
  before.account === after.account && after.at - before.at >= APART_MS && after.at - before.at <= LONGEST_MS;

/** Nobody has told for certain what it cost, and it is over. */
export const isUnpriced = (entry: Entry): boolean => isOpenBill(entry) && mayCost(entry);

/**
 * What the entries between two readings have cost that nobody told the cost of: the difference, less what is known, in
 * equal parts that add up to it. Nothing where that would be a guess.
 */
export function measured(before: Reading, after: Reading, entries: readonly Entry[]): Entry[] {
  const open = entries.filter(isUnpriced);
  if (!open.length || !canCompare(before, after)) return [];
  const known = entries.reduce((sum, entry) => sum + (isUnpriced(entry) ? 0 : (entry.cost?.nano ?? 0)), 0);
  const rest = before.nano - after.nano - known;
  const share = Math.floor(rest / open.length);
  if (rest < 0 || share > DEAREST) return [];
  // Some were solved and some perhaps not charged: who can say which share is whose.
  if (rest > 0 && open.length > 1 && open.some(({ readyAt }) => readyAt === null)) return [];
  return open.map((entry, index) => ({
    ...entry,
    cost: { nano: share + (index < rest % open.length ? 1 : 0), source: 'balance' },
  }));
}
