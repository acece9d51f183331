import type { Widget } from '../messages/agent';
import { type Budget, type Counts, count, expectedPrice, namedIn } from '../policy/budgets';
import { type Decision, decide, type Means } from '../policy/decide';
import type { Tally } from '../policy/tally';
import type { Tries } from '../policy/tries';
import type { Settings } from '../settings/schema';
import type { Challenge } from '../widgets/challenge';
import type { Frame } from './frame';
import { isEnded, type Job } from './job';

/** As they are now; cheap to ask for. */
export interface Rules {
  settings: Settings;
  meansFor(challenge: Challenge): Means;
}

export interface PurseDeps {
  tally: Pick<Tally, 'book' | 'add' | 'allow'>;
  tries: Tries;
  jobs(): Job[];
  now(): number;
  /** The person's word, given in one frame, holds wherever that budget stands in the way: all are to be judged anew. */
  granted(): void;
}

export interface Judged {
  decision: Decision;
  means: Means;
  counts: Counts;
}

export type Purse = ReturnType<typeof createPurse>;

/** Policy and budgets as the desk asks them. */
export function createPurse({ tally, tries, jobs, now, granted }: PurseDeps) {
  /** Jobs that fill a place in the budgets: those that rest for a widget to come back do not. */
  const atWork = () => jobs().filter((job) => !isEnded(job) && job.owner !== null);

  function judged(frame: Frame, { ref, challenge, situation }: Widget, { settings, meansFor }: Rules): Judged {
    const means = meansFor(challenge);
    const { prices } = settings;
    const next = means.service ? expectedPrice(tally.book(), prices, means.service.id, challenge.kind) : 0;
    const counts = count(tally.book(), atWork(), frame.place, now(), next);
    const pressed = frame.pressed.has(ref);
    const field = fieldOf(frame, challenge);
    const of = { challenge, situation, pressed, counts, tries: field === null ? 0 : tries.of(field) };
    return { means, counts, decision: decide(settings, frame.place, means, of) };
  }

  async function allow(budget: Budget, frame: Frame): Promise<void> {
    await tally.allow(budget, namedIn(frame.place));
    granted();
  }

  return {
    allow,
    /** What the policy says of a widget. `more`: the person has just allowed more of whatever budget refuses it. */
    async judge(frame: Frame, widget: Widget, rules: Rules, more: boolean): Promise<Judged> {
      const first = judged(frame, widget, rules);
      if (!more || first.decision.verdict !== 'refuse' || !first.decision.more) return first;
      await allow(first.decision.more, frame);
      return judged(frame, widget, rules);
    },
    /** Notes that a field is answered: by itself, or at a person's press, which begins anew. */
    answers(frame: Frame, { ref, challenge }: Widget): void {
      const field = fieldOf(frame, challenge);
      if (field === null) return;
      if (frame.pressed.has(ref)) tries.clear(field);
      else tries.add(field);
    },
    /** Counts a job at once; resolves when it is on disk. `nano`: what it is expected to cost. */
    begin: (job: Job, nano: number): Promise<void> =>
      tally.add({ site: namedIn(job), job: job.id, by: `${job.service}/${job.challenge.kind}`, nano }),
  };
}

/** The field of a picture, in the tab that shows it; other kinds have none that comes back. */
const fieldOf = ({ tabId, place, websiteURL }: Frame, challenge: Challenge): string | null =>
  challenge.kind === 'image' ? JSON.stringify([tabId, place.site, websiteURL, challenge.field]) : null;
