import { browser, storage } from '#imports';
import { isEnded, type Job } from '../jobs/job';
import type { Runner } from '../jobs/runner';
import { createBookkeeper } from '../ledger/bookkeeper';
import { dayBefore, dayOf } from '../ledger/day';
import type { Entry } from '../ledger/entry';
import type { Reading } from '../ledger/measure';
import { createMeter, type Meters } from '../ledger/meter';
import { type Nano, priceOfOne } from '../ledger/money';
import { openLedger } from '../ledger/store';
import { type Sum, total } from '../ledger/sums';
import { settings } from '../settings/store';

export interface BooksDeps {
  now(): number;
  jobs(): Job[];
  /** Asks a service for its balance, for the meter's sake. */
  ask(service: string): Promise<void>;
  /** The ledger has an entry, or knows more of one. */
  recorded(entry: Entry): void;
}

/** That a task began is written once its request is out: nothing may keep that one waiting. */
const BEGAN_MS = 250;

const metersItem = storage.defineItem<Meters>('local:meters', { fallback: {} });
/** Ended jobs that the journal still holds although the person has deleted the history. */
const deletedItem = storage.defineItem<string[]>('session:deletedJobs', { fallback: [] });
const prunedItem = storage.defineItem<string>('local:pruned', { fallback: '' });

async function priceOf(service: string, kind: string): Promise<Nano | null> {
  const { prices } = await settings.get();
  const price = (prices[service] as Record<string, number> | undefined)?.[kind];
  return price === undefined ? null : priceOfOne(price);
}

/** The ledger, put together with settings, clock and alarms. */
export function createBooks({ now, jobs, ask, recorded }: BooksDeps) {
  const store = openLedger();
  const meter = createMeter({
    store,
    meters: { read: metersItem.getValue, write: metersItem.setValue },
    busy: (service) => jobs().some((job) => job.service === service && !isEnded(job)),
    ask,
    wakeAt: (at) => void browser.alarms.create('meter', { when: at + 500 }),
    recorded,
    now,
  });
  const keeper = createBookkeeper({
    store,
    priceOf,
    isDeleted: async (id) => (await deletedItem.getValue()).includes(id),
    recorded: (entry) => {
      recorded(entry);
      // Without this its cost stays unknown, and is shown so.
      meter.ended(entry).catch(() => undefined);
    },
  });

  /** Once a day at most: a day is never half forgotten. */
  async function prune(): Promise<void> {
    const today = dayOf(now());
    if ((await prunedItem.getValue()) === today) return;
    const { keepDays } = await settings.get();
    await store.prune(dayBefore(today, keepDays));
    await prunedItem.setValue(today);
  }

  return {
    store,
    prune,
    due: meter.due,
    record: (job: Job): Promise<void> => keeper.record(job),
    /** A job changed. What could not be written stays in the journal, and is tried again at waking. */
    follow(job: Job): void {
      const write = () => void keeper.record(job).catch(() => undefined);
      if (isEnded(job)) write();
      else setTimeout(write, BEGAN_MS);
    },
    balance: (service: string, reading: Reading): Promise<void> => meter.take(service, reading),
    /** What the last worker did not come to: jobs that had ended, and those that the browser's end has lost. */
    async catchUp(runner: Runner): Promise<void> {
      await runner.ready;
      await Promise.allSettled(runner.jobs().map(keeper.record));
      await keeper.close((id) => runner.job(id) !== undefined);
      await prune();
    },
    /** The answer of a job that is gone was reported as wrong. */
    async reported(id: string): Promise<void> {
      const entry = await store.get(id);
      if (entry) recorded(await store.put({ ...entry, reported: true }));
    },
    /** Everything. Jobs at work will be recorded when they end; what the budgets have counted stays counted. */
    async clear(): Promise<void> {
      const ended = jobs().filter(isEnded);
      await deletedItem.setValue(ended.map(({ id }) => id));
      await store.clear();
    },
    async today(): Promise<Sum> {
      const day = dayOf(now());
      return total(await store.days(day, day));
    },
  };
}

export type Books = ReturnType<typeof createBooks>;
