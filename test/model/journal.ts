import { isEnded, Job, type JobState } from '../../utils/jobs/job';
import type { Journal } from '../../utils/jobs/journal';
import { settle } from '../fakes/jobs';
import type { ModelClock } from './clock';

const WRITE_MS = 2;

/** `storage.session` with a memory of everything that was ever written: what there is to account by. */
export function modelJournal(clock: ModelClock, violate: (what: string) => void) {
  const entries = new Map<string, Job>();
  const past = new Map<string, JobState[]>();

  /** Storage takes its time, and what must be written first has to wait for it. */
  const written = () => new Promise<void>((resolve) => clock.after(WRITE_MS, resolve));

  /** The journal as one worker has it. */
  const of = (gate: () => Promise<void>): Journal => ({
    load: async () => {
      await settle();
      return [...entries.values()].map((job) => structuredClone(job));
    },
    write: async (job) => {
      await written();
      // A write that has not landed when the worker dies never does.
      await gate();
      entries.set(job.id, Job.parse(job));
      const states = past.get(job.id) ?? [];
      const last = states.at(-1);
      if (last && isEnded({ ...job, state: last }) && last.name !== job.state.name)
        violate(`${job.id}: ${last.name} and then ${job.state.name}`);
      past.set(job.id, [...states, job.state]);
      await gate();
    },
    remove: async (id) => {
      await written();
      await gate();
      const job = entries.get(id);
      if (job && !isEnded(job)) violate(`${id}: forgotten while ${job.state.name}`);
      entries.delete(id);
      await gate();
    },
  });

  return { entries, past, of };
}
