import type { Badge, ToAgent, Widget } from '../messages/agent';
import type { WidgetView } from '../messages/ui';
import type { Decision, Place } from '../policy/decide';
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
  /** What policy last said of widgets without a job. */
  decisions: Map<string, Decision>;
  post(message: ToAgent): void;
}

/** The widget of a frame as a job knows it. */
export const ownerOf = ({ tabId, frameId, document }: Frame, ref: string): Owner => ({ tabId, frameId, document, ref });

/** The badge of a widget with a job. */
export function jobBadge(job: Job): Badge {
  const { state } = job;
  switch (state.name) {
    case 'admitted':
    case 'creating':
    case 'solving':
    case 'solved':
      return { show: 'working', text: 'Solving', since: job.createdAt };
    case 'delivered':
      return { show: 'done', text: 'Solved', seconds: Math.round((job.since - job.createdAt) / 1000) };
    case 'failed':
      return { show: 'problem', text: state.problem.message, advice: state.problem.advice, retry: true };
    case 'orphaned':
      return {
        show: 'problem',
        text: state.problem.message,
        advice: `It may have been charged. ${state.problem.advice}`,
        retry: true,
      };
    case 'cancelled':
      return { show: 'offer', text: 'Solve' };
    case 'expired':
      return { show: 'offer', text: 'Solve again' };
  }
}

/** The badge of a widget whose answer was delivered and is gone: expired, or the page has reset it. */
export const againBadge = (canReport: boolean): Badge => ({
  show: 'offer',
  text: 'Solve again',
  ...(canReport && { report: true }),
});

/** The badge of a widget that has no job. */
export function decisionBadge(decision: Decision): Badge {
  if (decision.verdict === 'ask') return { show: 'offer', text: 'Solve' };
  if (decision.verdict === 'refuse' && !decision.quiet)
    return { show: 'problem', text: decision.reason, advice: decision.advice, retry: false };
  return { show: 'nothing' };
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
    return { ...base, state: 'waiting', since: 0, message };
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
  const message =
    badge.show === 'problem' ? `${badge.text} ${badge.advice}` : job.state.name === 'expired' ? 'Expired' : 'Stopped';
  return { ...base, state: 'failed', since: job.since, message };
}

/** The job's id while its answer can still be reported as wrong. */
export const reportable = ({ id, state }: Job): string | null =>
  state.name === 'delivered' && state.taskId !== undefined && !state.reported ? id : null;
