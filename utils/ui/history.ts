import { signal } from '@preact/signals';
import type { Entry } from '../ledger/entry';
import { toCsv, toJson } from '../ledger/export';
import type { HistoryFacets, HistoryFilter, HistoryRequest, HistoryView } from '../messages/history';
import type { ask as realAsk } from '../messages/ui-send';

type Spot = NonNullable<HistoryRequest['before']>;
export type Format = 'csv' | 'json';
export type Work = Format | 'delete' | null;

export interface HistoryDeps {
  ask: typeof realAsk;
  onChange(notify: () => void): void;
  /** Hands a file to the person. */
  save(name: string, type: string, text: string): void;
}

const FORMATS: Record<Format, { type: string; write(entries: readonly Entry[]): string }> = {
  csv: { type: 'text/csv', write: toCsv },
  json: { type: 'application/json', write: toJson },
};

/** The history as the options page shows it, a page at a time. */
export function createHistory({ ask, onChange, save }: HistoryDeps) {
  const view = signal<HistoryView | null>(null);
  const facets = signal<HistoryFacets>({ services: [], sites: [] });
  const filter = signal<HistoryFilter>({});
  const work = signal<Work>(null);
  const trouble = signal<string | null>(null);
  /** Where each page that was turned to begins; none: the newest. */
  const turned = signal<readonly Spot[]>([]);
  /** Sites that were not in the list: it is asked for once for each, and may be too long to hold them all. */
  const sought = new Set<string>();
  let asked = 0;

  /** The last question counts: an answer to one before it is late. */
  async function load(): Promise<void> {
    const mine = ++asked;
    const before = turned.value.at(-1);
    const next = await ask('history', { filter: filter.value, ...(before && { before }) }).catch(() => null);
    if (mine !== asked || !next) return;
    view.value = next;
    const unlisted = next.entries.filter(({ site }) => !facets.value.sites.includes(site) && !sought.has(site));
    for (const { site } of unlisted) sought.add(site);
    if (unlisted.length) await loadFacets();
  }

  async function loadFacets(): Promise<void> {
    const next = await ask('historyFacets').catch(() => null);
    if (next) facets.value = next;
  }

  async function exported(): Promise<Entry[]> {
    const all: Entry[] = [];
    for (;;) {
      const last = all.at(-1);
      const batch = await ask('exportEntries', last ? { after: [last.at, last.job] } : {});
      if (!batch.length) return all;
      all.push(...batch);
    }
  }

  async function whileAt(what: Exclude<Work, null>, failed: string, act: () => Promise<void>): Promise<void> {
    if (work.value) return;
    work.value = what;
    trouble.value = null;
    await act().catch(() => {
      trouble.value = `${failed} did not work. Try once more.`;
    });
    work.value = null;
  }

  const actions = {
    narrow(change: HistoryFilter): Promise<void> {
      const next = { ...filter.value, ...change };
      filter.value = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
      turned.value = [];
      return load();
    },
    older(): Promise<void> {
      const last = view.value?.entries.at(-1);
      if (!last || !view.value?.more) return Promise.resolve();
      turned.value = [...turned.value, [last.at, last.job]];
      return load();
    },
    newer(): Promise<void> {
      turned.value = turned.value.slice(0, -1);
      return load();
    },
    save: (format: Format): Promise<void> =>
      whileAt(format, 'Saving the history', async () => {
        const { type, write } = FORMATS[format];
        const entries = await exported();
        save(`solvent-history-${view.value?.today ?? ''}.${format}`, type, write(entries));
      }),
    remove: (): Promise<void> =>
      whileAt('delete', 'Deleting the history', async () => {
        await ask('deleteHistory');
        turned.value = [];
        filter.value = {};
        await Promise.all([load(), loadFacets()]);
      }),
  };

  // Older pages stand still; what is new is on the first.
  onChange(() => void (turned.value.length === 0 && load()));
  const ready = loadFacets().then(load);
  return { view, facets, filter, work, trouble, turned, actions, ready };
}

export type History = ReturnType<typeof createHistory>;
