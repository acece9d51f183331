import { browser } from '#imports';
import { Job } from './job';

const PREFIX = 'job:';

/**
 * The journal: one entry a job in `storage.session`, so that no two writes ever touch the same value and the worker may
 * die at any line. Entries that cannot be read (an older version's) are dropped.
 */
export const journal = {
  async load(): Promise<Job[]> {
    const all = await browser.storage.session.get(null);
    const entries = Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
    return entries.flatMap(([, value]) => Job.safeParse(value).data ?? []);
  },
  write: (job: Job): Promise<void> => browser.storage.session.set({ [PREFIX + job.id]: job }),
  remove: (id: string): Promise<void> => browser.storage.session.remove(PREFIX + id),
};

export type Journal = typeof journal;
