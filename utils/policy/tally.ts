import { storage } from '#imports';
import { type Begun, stillCounts } from './budgets';

const item = storage.defineItem<Begun[]>('local:begun', { fallback: [] });

/** The begun tasks of the last 24 hours, for the budgets. Written before a task is sent, read once a start. */
export async function openTally(now: () => number) {
  let begun = stillCounts(await item.getValue(), now());
  return {
    begun: (): readonly Begun[] => begun,
    /** Counts at once; resolves when it is on disk. */
    add(site: string): Promise<void> {
      begun = [...stillCounts(begun, now()), { site, at: now() }];
      return item.setValue(begun);
    },
  };
}

export type Tally = Awaited<ReturnType<typeof openTally>>;
