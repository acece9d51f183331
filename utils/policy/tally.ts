import { storage } from '#imports';
import type { Entry } from '../ledger/entry';
import { type Begun, type Book, type Budget, type Grant, stillCounts, withBegun, withCost, withGrant } from './budgets';

const begunItem = storage.defineItem<Begun[]>('local:begun', { fallback: [] });
const grantsItem = storage.defineItem<Grant[]>('local:grants', { fallback: [] });

/** The begun tasks and what the person allowed beyond the budgets. Written before a task is sent, read once a start. */
export async function openTally(now: () => number) {
  const [begun, grants] = await Promise.all([begunItem.getValue(), grantsItem.getValue()]);
  let book: Book = { begun: stillCounts(begun, now()), grants };

  /** In one write: a task must not be counted and its grant stay whole. */
  function keep(next: Book): Promise<void> {
    book = next;
    return storage.setItems([
      { item: begunItem, value: [...book.begun] },
      { item: grantsItem, value: [...book.grants] },
    ]);
  }

  return {
    book: (): Book => book,
    /** Counts at once; resolves when it is on disk. */
    add: (task: Omit<Begun, 'at'>): Promise<void> => keep(withBegun(book, { ...task, at: now() })),
    /** What a job has cost. As long as nobody knows, what was expected stands. */
    async settle({ job, service, kind, cost }: Entry): Promise<void> {
      if (!cost || !book.begun.some((entry) => entry.job === job)) return;
      const sure = cost.source !== 'estimate' && ({ sure: true } as const);
      await keep(withCost(book, job, { by: `${service}/${kind}`, nano: cost.nano, ...sure }));
    },
    allow: (budget: Budget, site: string): Promise<void> => keep(withGrant(book, budget, site, now())),
  };
}

export type Tally = Awaited<ReturnType<typeof openTally>>;
