import { type Nano, priceOfOne, toNano } from '../ledger/money';
import type { Budgets, Prices } from '../settings/schema';
import type { Kind } from '../widgets/kinds';

/** The budgets that end the spending, and not only put it off. */
export const BUDGETS = ['day', 'money', 'site'] as const;
export type Budget = (typeof BUDGETS)[number];

/** A task that was begun. */
export interface Begun {
  site: string;
  at: number;
  job?: string;
  /** Service and kind. */
  by?: string;
  /** What it cost, or is expected to. */
  nano?: Nano;
  /** The service said so, or it was measured. */
  sure?: true;
}

/** The person's word for some more, after a budget was reached. */
export interface Grant {
  budget: Budget;
  /** For the budget of a site. */
  site?: string;
  at: number;
  left: number;
}

/** What the budgets are counted by. */
export interface Book {
  begun: readonly Begun[];
  grants: readonly Grant[];
}

/** What was begun and is open, as far as the budgets count it. */
export interface Counts {
  today: number;
  siteHour: number;
  open: number;
  openOnSite: number;
  spentToday: Nano;
  /** What the next task is expected to cost; 0 where nobody knows. */
  next: Nano;
  /** Budgets that the person has just lifted. */
  granted: readonly Budget[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WINDOW_MS: Record<Budget, number> = { day: DAY_MS, money: DAY_MS, site: HOUR_MS };

/** How many tasks a press of "Allow 10 more" allows. */
export const MORE = 10;

/** Kept although they are old: the clock may be ahead and be set back. */
const KEPT_ANYWAY = 500;

/**
 * What still counts, or may count again. Entries of the future stay: a clock that is set back must not reopen a budget,
 * and neither must one that was ahead for a while.
 */
export const stillCounts = (begun: readonly Begun[], now: number): Begun[] =>
  begun.filter(({ at }, index) => now - at < DAY_MS || begun.length - index <= KEPT_ANYWAY);

const isActive = ({ budget, at, left }: Grant, now: number) => left > 0 && now - at < WINDOW_MS[budget];
const concerns = (grant: Grant, site: string) => grant.budget !== 'site' || grant.site === site;

/** What the book calls a site. It is kept on disk, and so private windows go by one name. */
export const namedIn = ({ site, incognito }: { site: string; incognito: boolean }): string => (incognito ? '' : site);

/** "A day" is any 24 hours, so that neither midnight nor a time zone reopens a budget. */
export function count(
  { begun, grants }: Book,
  open: readonly { site: string }[],
  place: { site: string; incognito: boolean },
  now: number,
  next: Nano = 0,
): Counts {
  const site = namedIn(place);
  const today = begun.filter(({ at }) => now - at < DAY_MS);
  const granted = grants.filter((grant) => isActive(grant, now) && concerns(grant, site));
  return {
    today: today.length,
    siteHour: begun.filter((entry) => entry.site === site && now - entry.at < HOUR_MS).length,
    open: open.length,
    openOnSite: open.filter((job) => job.site === place.site).length,
    spentToday: today.reduce((sum, { nano = 0 }) => sum + nano, 0),
    next,
    granted: granted.map(({ budget }) => budget),
  };
}

export interface Over {
  /** The budget that is used up; missing where waiting for the jobs at work will help. */
  budget?: Budget;
  /** The person may allow some more. Not where the limit is nought: that was a decision. */
  more: boolean;
  reason: string;
  advice: string;
}

/** The budget that is used up, or null. */
export function overBudget(budgets: Budgets, counts: Counts): Over | null {
  const over = (budget: Budget, limit: number, reached: boolean, of: string): Over | null =>
    reached && !counts.granted.includes(budget)
      ? {
          budget,
          more: limit > 0,
          reason: `The limit of ${of} is reached.`,
          advice: 'Raise the limit in the options, or solve this one by hand.',
        }
      : null;
  const { perDay, perSiteHour, moneyPerDay, atOnce, atOncePerSite } = budgets;
  return (
    over('day', perDay, counts.today >= perDay, `${tasks(perDay)} a day`) ??
    over('money', moneyPerDay, isSpent(moneyPerDay, counts), `${dollars(moneyPerDay)} a day`) ??
    over('site', perSiteHour, counts.siteHour >= perSiteHour, `${tasks(perSiteHour)} an hour for this site`) ??
    (counts.open >= atOnce || counts.openOnSite >= atOncePerSite
      ? { more: false, reason: 'It waits for the others to finish.', advice: '' }
      : null)
  );
}

const tasks = (limit: number) => (limit === 1 ? '1 task' : `${limit} tasks`);
const dollars = (limit: number) => `$${Number.isInteger(limit * 100) ? limit.toFixed(2) : limit}`;

/** Also where the next task would go beyond it. */
function isSpent(limit: number, { spentToday, next }: Counts): boolean {
  const nano = toNano(limit) ?? Number.POSITIVE_INFINITY;
  return spentToday >= nano || spentToday + next > nano;
}

/** What a task is expected to cost: as the last one of its kind there, else by the person's price table, else nothing. */
export function expectedPrice({ begun }: Book, prices: Prices, service: string, kind: Kind): Nano {
  const by = `${service}/${kind}`;
  const last = begun.findLast((entry) => entry.by === by && entry.sure && entry.nano);
  const listed = prices[service]?.[kind];
  return last?.nano ?? (listed === undefined ? null : priceOfOne(listed)) ?? 0;
}

/** The book after a task was begun: every grant that concerns it has one less. */
export const withBegun = ({ begun, grants }: Book, task: Begun): Book => ({
  begun: [...stillCounts(begun, task.at), task],
  grants: grants
    .map((grant) =>
      isActive(grant, task.at) && concerns(grant, task.site) ? { ...grant, left: grant.left - 1 } : grant,
    )
    .filter(({ left }) => left > 0),
});

/** The book once it is known what a job cost. */
export const withCost = (
  book: Book,
  job: string,
  known: Required<Pick<Begun, 'by' | 'nano'>> & Pick<Begun, 'sure'>,
): Book => ({ ...book, begun: book.begun.map((entry) => (entry.job === job ? { ...entry, ...known } : entry)) });

/** The book after the person has allowed some more of a budget, once: pressing again while some are left adds nothing. */
export function withGrant({ begun, grants }: Book, budget: Budget, site: string, now: number): Book {
  const grant: Grant = { budget, at: now, left: MORE, ...(budget === 'site' && { site }) };
  if (grants.some((known) => known.budget === budget && concerns(known, site) && isActive(known, now)))
    return { begun, grants };
  return { begun, grants: [...grants.filter((known) => isActive(known, now)), grant] };
}
