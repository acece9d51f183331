import type { Widget } from '../messages/agent';
import { identityOf, passesByItself } from '../widgets/challenge';
import { isFresh } from './clock';
import type { Frame } from './frame';
import { isEnded, type Job } from './job';

/**
 * The open job whose widget is gone and whose answer fits this one: after a reload nothing is paid twice (design
 * section 5). Only for a widget that stands where a person would have to act: a hidden duplicate must not take the
 * answer, and an invisible widget at rest must not hear its callback before anybody asked.
 */
export function adoptable(jobs: readonly Job[], frame: Frame, widget: Widget, now: number): Job | undefined {
  const { situation, challenge, ref } = widget;
  const { challengeShown, executed, held } = situation;
  const asked = passesByItself(challenge) ? challengeShown || executed || held === true : situation.rendered;
  if (situation.answered || !(asked || frame.pressed.has(ref))) return undefined;
  const identity = identityOf(challenge);
  return jobs.find(
    (job) =>
      !isEnded(job) &&
      job.owner === null &&
      job.site === frame.place.site &&
      job.incognito === frame.place.incognito &&
      identityOf(job.challenge) === identity &&
      (job.state.name !== 'solved' || isFresh(job, job.state, now)),
  );
}

/**
 * A page that answers its own callback by drawing the widget anew (some wrappers do at every render) would go round for
 * ever, and be paid for each time. Drawn anew within this time of a delivery means an offer instead of a task.
 */
export const REDRAWN_MS = 10_000;

/** Widgets that were answered in this document: what they were, and when (epoch ms). */
export type Delivered = ReadonlyMap<string, { identity: string; at: number }>;

/**
 * Whether the same widget was answered in this document just now and is gone: by the journal, which outlives the worker,
 * or by what was heard, as the job may have ended together with its widget.
 */
export function isRedrawn(
  jobs: readonly Job[],
  delivered: Delivered,
  frame: Frame,
  { challenge }: Widget,
  now: number,
): boolean {
  const identity = identityOf(challenge);
  const kept = jobs.flatMap((job): [string, { identity: string; at: number }][] =>
    job.state.name === 'delivered' && job.owner?.document === frame.document
      ? [[job.owner.ref, { identity: identityOf(job.challenge), at: job.since }]]
      : [],
  );
  return [...kept, ...delivered].some(
    ([ref, was]) => was.identity === identity && !frame.widgets.has(ref) && now - was.at < REDRAWN_MS,
  );
}
