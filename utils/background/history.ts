import { dayBefore, dayOf } from '../ledger/day';
import { answer } from '../messages/answer';
import { SERVICES } from '../services/registry';
import type { Books } from './books';

const PAGE = 25;
const DAYS = 30;
/** Fewer than a message of the browser can hold, by far. */
const BATCH = 1_000;
/** More than these nobody picks from a list. */
const SITES = 200;

/** Answers what the options page asks of the ledger. */
export function serveHistory({ store, clear }: Pick<Books, 'store' | 'clear'>, now: () => number): void {
  answer('history', async ({ filter, before }) => {
    const today = dayOf(now());
    const { entries, more } = await store.page(filter, PAGE, before);
    const shown = [dayBefore(today, DAYS - 1), today, ...entries.map(({ day }) => day)].sort();
    return { entries, more, today, days: await store.days(shown[0] ?? today, shown.at(-1) ?? today) };
  });

  answer('historyFacets', async () => ({
    services: SERVICES.map(({ id, label }) => ({ id, label })),
    sites: await store.sites(SITES),
  }));

  answer('exportEntries', ({ after }) => store.following({}, BATCH, after));
  answer('deleteHistory', clear);
}
