import { isEnded, type Job } from '../jobs/job';
import type { Entry } from './entry';
import type { Nano } from './money';
import { entryOf } from './record';
import type { LedgerStore } from './store';

export interface BookkeeperDeps {
  store: Pick<LedgerStore, 'put' | 'following'>;
  /** The person's own price for one such task, or null. */
  priceOf(service: string, kind: string): Promise<Nano | null>;
  /** Whether the person has deleted the history since this job ended. */
  isDeleted(job: string): Promise<boolean>;
  /** An entry is on disk; told again when more became known of it. */
  recorded(entry: Entry): void;
}

/** More jobs than these are not open at once. */
const OPEN_AT_MOST = 1_000;

/** What of a job the ledger knows by now; a job is written once for each. Null: none of the ledger's business yet. */
function stageOf(job: Job): string | null {
  const { id, service, state } = job;
  if (isEnded(job)) return state.name === 'delivered' && state.reported ? `${id} reported` : `${id} ended`;
  return job.bill?.sent ? `${id} open ${service}` : null;
}

/**
 * Brings jobs into the ledger: when their task is asked for, and when they end. Each has one entry, by its id, so that
 * telling it again (after a crash, at waking) adds nothing.
 */
export function createBookkeeper({ store, priceOf, isDeleted, recorded }: BookkeeperDeps) {
  const written = new Map<string, Promise<void>>();

  async function write(job: Job): Promise<void> {
    if (await isDeleted(job.id)) return;
    const estimate = await priceOf(job.service, job.challenge.kind).catch(() => null);
    recorded(await store.put(await entryOf(job, estimate)));
  }

  return {
    /** Resolves once the ledger has the job as it is now; rejects when it cannot take it. */
    record(job: Job): Promise<void> {
      const stage = stageOf(job);
      if (stage === null) return Promise.resolve();
      const known = written.get(stage);
      if (known) return known;
      const writing = write(job);
      written.set(stage, writing);
      writing.catch(() => written.delete(stage));
      return writing;
    },

    /** Entries whose job is in no journal any more, as the browser was closed: nobody knows what became of them. */
    async close(isKnown: (job: string) => boolean): Promise<void> {
      for (const entry of await store.following({ outcome: 'open' }, OPEN_AT_MOST))
        if (!isKnown(entry.job)) recorded(await store.put({ ...entry, outcome: 'orphaned' }));
    },
  };
}

export type Bookkeeper = ReturnType<typeof createBookkeeper>;
