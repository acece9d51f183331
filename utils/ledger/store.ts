import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Entry, merged, type Outcome } from './entry';
import { DaySum, NOTHING, plus, shareOf } from './sums';

/** Every combination of what the history can be filtered by; each has an index, so that no page is searched for. */
const FACETS = ['service', 'site', 'outcome'] as const;
type Facet = (typeof FACETS)[number];
const COMBINATIONS: readonly (readonly Facet[])[] = [
  [],
  ...FACETS.map((facet) => [facet]),
  ['service', 'site'],
  ['service', 'outcome'],
  ['site', 'outcome'],
  FACETS,
];
const indexOf = (facets: readonly Facet[]): string => ['by', ...facets].join('-');

export interface Filter {
  service?: string | undefined;
  site?: string | undefined;
  outcome?: Outcome | undefined;
}

/** A place in the order of time; jobs that ended at one moment are told apart by their ids. */
export type Spot = readonly [at: number, job: string];

interface Ledger extends DBSchema {
  entries: { key: string; value: Entry; indexes: Record<string, IDBValidKey> };
  days: { key: [day: string, service: string]; value: DaySum };
}
type Db = IDBPDatabase<Ledger>;

function create(db: Db): void {
  const entries = db.createObjectStore('entries', { keyPath: 'job' });
  for (const facets of COMBINATIONS) entries.createIndex(indexOf(facets), [...facets, 'at', 'job']);
  entries.createIndex('day', 'day');
  db.createObjectStore('days', { keyPath: ['day', 'service'] });
}

/** After everything in an array key. */
const LAST: IDBValidKey = [];
const readable = (values: unknown[]): Entry[] => values.flatMap((value) => Entry.safeParse(value).data ?? []);

/** The ledger in IndexedDB. Opened when it is first needed, and again should the browser close it. */
export function openLedger(name = 'ledger') {
  let opened: Promise<Db> | undefined;
  function db(): Promise<Db> {
    opened ??= openDB<Ledger>(name, 1, {
      upgrade: create,
      // Another version of Solvent wants to upgrade: it must not wait for us.
      blocking: () => void close(),
      terminated: () => {
        opened = undefined;
      },
    });
    // A disk that was full may have room the next time.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }
  async function close(): Promise<void> {
    const closing = opened;
    opened = undefined;
    (await closing)?.close();
  }

  /** Index and range of a filter; `from` and `to` are left out of it. */
  function range({ service, site, outcome }: Filter, from?: Spot, to?: Spot) {
    const given = { service, site, outcome };
    const facets = FACETS.filter((facet) => given[facet] !== undefined);
    const prefix = facets.map((facet) => given[facet] as string);
    const lower = from ? [...prefix, ...from] : prefix;
    const upper = to ? [...prefix, ...to] : [...prefix, LAST];
    return { index: indexOf(facets), keys: IDBKeyRange.bound(lower, upper, true, true) };
  }

  return {
    close,

    /**
     * Writes an entry, or adds to it what is new, with the sums of its day: both or, should the worker die, neither.
     * Resolves when it is on disk, with what is known now.
     */
    async put(told: Entry): Promise<Entry> {
      const valid = Entry.parse(told);
      // What has ended is money; that something began may be lost with the whole computer.
      const durability = valid.outcome === 'open' ? 'relaxed' : 'strict';
      const tx = (await db()).transaction(['entries', 'days'], 'readwrite', { durability });
      const days = tx.objectStore('days');
      const known = await tx.objectStore('entries').get(valid.job);
      const next = merged(known, valid);
      async function count(entry: Entry, sign: 1 | -1): Promise<void> {
        const share = shareOf(entry);
        if (share === NOTHING) return;
        const { day, service } = entry;
        const sum = (await days.get([day, service])) ?? NOTHING;
        await days.put({ day, service, ...plus(sum, share, sign) });
      }
      await tx.objectStore('entries').put(next);
      if (known) await count(known, -1);
      await count(next, 1);
      await tx.done;
      return next;
    },

    async get(job: string): Promise<Entry | undefined> {
      return readable([await (await db()).get('entries', job)])[0];
    },

    /** Up to `limit` entries before a spot, the newest first, and whether there are older ones. */
    async page(filter: Filter, limit: number, before?: Spot): Promise<{ entries: Entry[]; more: boolean }> {
      const { index, keys } = range(filter, undefined, before);
      const found: unknown[] = [];
      const { store } = (await db()).transaction('entries');
      let cursor = await store.index(index).openCursor(keys, 'prev');
      while (cursor && found.length < limit) {
        found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return { entries: readable(found), more: cursor !== null };
    },

    /** Up to `limit` entries from a spot on, the oldest first: for export, and for what happened since. */
    async following(filter: Filter, limit: number, after?: Spot): Promise<Entry[]> {
      const { index, keys } = range(filter, after);
      return readable(await (await db()).getAllFromIndex('entries', index, keys, limit));
    },

    /** The sums of the days from one to another, both included; one row a day and service. */
    async days(from: string, to: string): Promise<DaySum[]> {
      const rows = await (await db()).getAll('days', IDBKeyRange.bound([from], [to, LAST]));
      return rows.flatMap((row) => DaySum.safeParse(row).data ?? []);
    },

    /** The sites there are, in the order of the alphabet; at most `limit`. */
    async sites(limit: number): Promise<string[]> {
      const index = (await db()).transaction('entries').store.index(indexOf(['site']));
      const sites: string[] = [];
      let cursor = await index.openKeyCursor();
      while (cursor && sites.length < limit) {
        const [site] = cursor.key as [string];
        sites.push(site);
        cursor = await cursor.continue([site, LAST]);
      }
      return sites;
    },

    /** Forgets whole days: everything before the given one, with its sums. */
    async prune(before: string): Promise<void> {
      const tx = (await db()).transaction(['entries', 'days'], 'readwrite');
      const entries = tx.objectStore('entries');
      const old = await entries.index('day').getAllKeys(IDBKeyRange.upperBound(before, true));
      await Promise.all([
        ...old.map((job) => entries.delete(job)),
        tx.objectStore('days').delete(IDBKeyRange.upperBound([before], true)),
        tx.done,
      ]);
    },

    async clear(): Promise<void> {
      const tx = (await db()).transaction(['entries', 'days'], 'readwrite');
      await Promise.all([tx.objectStore('entries').clear(), tx.objectStore('days').clear(), tx.done]);
    },
  };
}

export type LedgerStore = ReturnType<typeof openLedger>;
