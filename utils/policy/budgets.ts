import type { Budgets } from '../settings/schema';

/** What was begun and is open, as far as the budgets count it. */
export interface Counts {
  today: number;
  siteHour: number;
  open: number;
  openOnSite: number;
}

export interface Begun {
  site: string;
  at: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What still counts. Entries of the future stay: a clock that is set back must not reopen a budget. */
export const stillCounts = (begun: readonly Begun[], now: number): Begun[] =>
  begun.filter(({ at }) => now - at < DAY_MS);

/** "A day" is any 24 hours, so that neither midnight nor a time zone reopens a budget. */
export function count(begun: readonly Begun[], open: readonly { site: string }[], site: string, now: number): Counts {
  return {
    today: begun.filter(({ at }) => now - at < DAY_MS).length,
    siteHour: begun.filter((entry) => entry.site === site && now - entry.at < HOUR_MS).length,
    open: open.length,
    openOnSite: open.filter((job) => job.site === site).length,
  };
}

/** The budget that is used up, or null. `final`: waiting for the jobs at work will not help. */
export function overBudget(
  budgets: Budgets,
  counts: Counts,
): { reason: string; advice: string; final: boolean } | null {
  const advice = 'Raise the limit in the options, or solve this one by hand.';
  if (counts.today >= budgets.perDay)
    return { reason: `The limit of ${budgets.perDay} tasks a day is reached.`, advice, final: true };
  if (counts.siteHour >= budgets.perSiteHour)
    return {
      reason: `The limit of ${budgets.perSiteHour} tasks an hour for this site is reached.`,
      advice,
      final: true,
    };
  if (counts.open >= budgets.atOnce || counts.openOnSite >= budgets.atOncePerSite)
    return { reason: 'It waits for the others to finish.', advice, final: false };
  return null;
}
