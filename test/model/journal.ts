import { isEnded, Job, type JobState } from '../../utils/jobs/job';
import type { Journal } from '../../utils/jobs/journal';
import { settle } from '../fakes/jobs';

/** `storage.session` with a memory of everything that was ever written: what there is to account by. */
export function modelJournal(violate: (what: string) => void) {
  const entries = new Map<string, Job>();
  const past = new Map<string, JobState[]>();

  /** The journal as one worker has it. */
  const of = (gate: () => Promise<void>): Journal => ({
    load: async () => {
      await settle();
      return [...entries.values()].map((job) => structuredClone(job));
    },
    write: async (job) => {
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
      await gate();
      const job = entries.get(id);
      if (job && !isEnded(job)) violate(`${id}: forgotten while ${job.state.name}`);
      entries.delete(id);
      await gate();
    },
  });

  return { entries, past, of };
}
