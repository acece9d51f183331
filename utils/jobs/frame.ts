import type { ToAgent, Widget } from '../messages/agent';
import type { WidgetView } from '../messages/ui';
import type { Budget } from '../policy/budgets';
import type { Decision, Place } from '../policy/decide';
import { linkForCode } from '../services/links';
import { FRESH_MS } from '../widgets/challenge';
import { jobBadge } from './badges';
import type { Job, Owner } from './job';

/** A document with widgets whose agent is connected. */
export interface Frame {
  document: string;
  tabId: number;
  frameId: number;
  place: Place;
  /** Address that tasks name for widgets of this frame. */
  websiteURL: string;
  widgets: Map<string, Widget>;
  /** Widgets whose button the person pressed and that have no job yet. */
  pressed: Set<string>;
  /** Widgets that their agent is making ready for a task. */
  preparing: Set<string>;
  /** What policy last said of widgets without a job. */
  decisions: Map<string, Decision>;
  post(message: ToAgent): void;
}

/** The widget of a frame as a job knows it. */
export const ownerOf = ({ tabId, frameId, document }: Frame, ref: string): Owner => ({ tabId, frameId, document, ref });

/** What a frame has now; nothing is remembered of what it has no longer. */
export function setWidgets(frame: Frame, widgets: readonly Widget[]): void {
  frame.widgets = new Map(widgets.map((widget) => [widget.ref, widget]));
  for (const refs of [frame.decisions, frame.preparing])
    for (const ref of refs.keys()) if (!frame.widgets.has(ref)) refs.delete(ref);
}

/** So it is until the agent says otherwise, which it does at once: the page may reset it in its callback. */
export function markAnswered({ widgets }: Frame, ref: string): void {
  const widget = widgets.get(ref);
  if (widget) widgets.set(ref, { ...widget, situation: { ...widget.situation, answered: true } });
}

/** One line of the popup's list. */
export function widgetView(
  widget: Widget,
  place: Place,
  job: Job | undefined,
  decision: Decision | undefined,
  canReport: boolean,
): WidgetView {
  const base = { kind: widget.challenge.kind, host: place.site, report: null };
  if (!job) {
    const message = decision && 'reason' in decision ? decision.reason : 'It waits for your click.';
    const more = decision?.verdict === 'refuse' && decision.more;
    return { ...base, state: 'waiting', since: 0, message, ...(more && { more }) };
  }
  const badge = jobBadge(job);
  if (badge.show === 'working') return { ...base, state: 'working', since: badge.since, message: 'Solving' };
  if (badge.show === 'done')
    return {
      ...base,
      state: 'delivered',
      since: job.since,
      message: `Solved in ${badge.seconds} s`,
      report: canReport ? reportable(job) : null,
    };
  const stopped = job.state.name === 'cancelled' ? `Stopped. ${job.state.reason}` : 'Expired';
  const message = badge.show === 'problem' ? `${badge.text} ${badge.advice}` : stopped;
  const link = job.state.name === 'failed' && linkForCode(job.state.problem.code, job.service);
  return { ...base, state: 'failed', since: job.since, message, ...(link && { link }) };
}

/** Whether one of its widgets waits for the person to allow more of a budget. */
export const waitsFor = ({ decisions }: Frame, budget: Budget): boolean =>
  [...decisions.values()].some((decision) => decision.verdict === 'refuse' && decision.more === budget);

/** What hands the answer of a solved job to the agent of its widget. */
export function deliverMessage({ id, owner, state, challenge }: Job, submit = false): ToAgent | null {
  if (!owner || state.name !== 'solved') return null;
  const freshUntil = state.solvedAt + FRESH_MS[challenge.kind];
  const { token } = state.answer;
  return { type: 'deliver', ref: owner.ref, job: id, token, freshUntil, ...(submit && { submit }) };
}

/** The job's id while its answer can still be reported as wrong. */
export const reportable = ({ id, state }: Job): string | null =>
  state.name === 'delivered' && state.taskId !== undefined && !state.reported ? id : null;

/** The lines of a frame for the popup's list. */
export const frameViews = (
  frame: Frame,
  jobOf: (ref: string) => Job | undefined,
  canReport: (job: Job) => boolean,
): WidgetView[] =>
  [...frame.widgets].map(([ref, widget]) => {
    const job = jobOf(ref);
    return widgetView(widget, frame.place, job, frame.decisions.get(ref), job !== undefined && canReport(job));
  });
