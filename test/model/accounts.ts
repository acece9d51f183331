import type { JobState } from '../../utils/jobs/job';
import type { Delivery } from './page';
import type { ModelTask } from './service';
import type { ModelWorld } from './world';

/** What a vendor's server takes, in ms: FRESH_MS of recaptcha and the 10 s that are left then. */
const LIFETIME_MS = 120_000;

/** Answers that came twice, to the wrong widget or too late. */
export function deliveryFlaws({ pages, service: { tasks }, unheard }: ModelWorld, setBack: boolean): string[] {
  const had = new Set<string>();
  return pages
    .flatMap(({ deliveries }) => deliveries)
    .flatMap((delivery) => {
      const flaws = flawsOf(delivery, tasks.get(delivery.token), setBack);
      if (had.has(delivery.token) && !unheard.has(delivery.token)) flaws.push(`${delivery.token} delivered twice`);
      had.add(delivery.token);
      return flaws;
    });
}

function flawsOf({ token, identity, place, at }: Delivery, task: ModelTask | undefined, setBack: boolean): string[] {
  if (!task) return [`${token} was never paid for`];
  const other = task.identity !== identity || task.site !== place.site || task.incognito !== place.incognito;
  // Nobody can tell the age of an answer over a clock that was set back in between.
  const stale = !setBack && at - task.readyAt >= LIFETIME_MS;
  return [...(other ? [`${token} given to another`] : []), ...(stale ? [`${token} stale: ${at - task.readyAt}`] : [])];
}

/** Each job's account, by its journal alone, against what the service has charged. */
export function charges({ journal: { past }, service: { tasks }, pages, unheard }: ModelWorld): {
  flaws: string[];
  ends: End[];
} {
  const charged = byJob(tasks);
  const had = new Set(pages.flatMap(({ deliveries }) => deliveries.map(({ token }) => token)));
  const flaws: string[] = [];
  const ends: End[] = [];
  for (const [job, of] of charged) {
    if (of.length > 1) flaws.push(`${job} was charged ${of.length} times`);
    if (!past.has(job)) flaws.push(`${job} was charged and is in no journal`);
  }
  for (const [job, states] of past) {
    const [task] = charged.get(job) ?? [];
    const { end, known } = account(states);
    const mine = task ? [task.taskId] : [];
    ends.push(end);
    if (end !== 'orphaned' && known.join() !== mine.join())
      flaws.push(`${job}, ${end}, accounts for "${known}" and was charged for "${mine}"`);
    const gap = mine.some((taskId) => unheard.has(taskId));
    if (!gap && (end === 'delivered') !== mine.some((taskId) => had.has(taskId)))
      flaws.push(`${job} is ${end}; so is no page`);
  }
  return { flaws, ends };
}

function byJob(tasks: ReadonlyMap<string, ModelTask>): Map<string, ModelTask[]> {
  const by = new Map<string, ModelTask[]>();
  for (const task of tasks.values()) by.set(task.job, [...(by.get(task.job) ?? []), task]);
  return by;
}

type End = 'delivered' | 'orphaned' | 'unused' | 'uncharged';

/** What became of a job's money, by its journal. */
function account(states: JobState[]): { end: End; known: string[] } {
  const known = [
    ...new Set(states.flatMap((state) => ('taskId' in state && state.taskId !== undefined ? [state.taskId] : []))),
  ];
  const last = states.at(-1)?.name;
  if (last === 'delivered' || last === 'orphaned') return { end: last, known };
  return { end: known.length ? 'unused' : 'uncharged', known };
}
