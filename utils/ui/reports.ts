import { signal } from '@preact/signals';
import type { Problem, WidgetView } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';

export type Report =
  | { state: 'offered' }
  | { state: 'sending' }
  | { state: 'sent' }
  | { state: 'refused'; problem: Problem };

/** What became of reports, by row: once a job is reported, its row names it no more. */
export type Reports = Readonly<Record<string, { job: string; report: Report }>>;

/** A delivered widget stays delivered since the same moment. */
const rowOf = ({ kind, host, since }: WidgetView): string => `${kind} ${host} ${since}`;

/** What the row of a widget says about reporting its answer, if anything. */
export function reportOf(reports: Reports, widget: WidgetView): Report | null {
  if (widget.state !== 'delivered') return null;
  const made = reports[rowOf(widget)];
  if (made && (widget.report === null || widget.report === made.job)) return made.report;
  return widget.report === null ? null : { state: 'offered' };
}

/** Reports wrong answers, each at most once: what was refused is not offered again. */
export function createReports(ask: typeof realAsk) {
  const reports = signal<Reports>({});

  async function report(widget: WidgetView): Promise<void> {
    const { report: job } = widget;
    if (job === null || reportOf(reports.value, widget)?.state !== 'offered') return;
    const show = (next: Report) => {
      reports.value = { ...reports.value, [rowOf(widget)]: { job, report: next } };
    };
    show({ state: 'sending' });
    const reply = await ask('reportIncorrect', { job }).catch(() => null);
    // It may have been sent all the same; when the popup is opened again, the background knows.
    const problem = reply ? !reply.ok && reply.problem : UNANSWERED;
    show(problem ? { state: 'refused', problem } : { state: 'sent' });
  }

  return { reports, report };
}

const UNANSWERED: Problem = {
  message: 'Solvent cannot tell whether this was reported.',
  advice: 'Close this window and open it again to see.',
};
