import type { Cost, Outcome } from '../ledger/entry';
import { price } from './spent';

/** The outcomes in words. */
export const OUTCOME_LABELS: Record<Outcome, string> = {
  delivered: 'Solved',
  unused: 'Solved, not used',
  failed: 'Not solved',
  cancelled: 'Stopped',
  expired: 'Page left',
  orphaned: 'Possibly charged',
  open: 'At work',
};

export const siteName = (site: string): string => site || 'Private window';

/** What a task has cost, and how that is known. */
export function costWords(cost: Cost | null, outcome: Outcome): string {
  if (!cost) return outcome === 'open' ? 'not yet known' : 'unknown';
  if (cost.source === 'estimate') return `about ${price(cost.nano)}`;
  return price(cost.nano);
}
