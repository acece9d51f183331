import { useId } from 'preact/hooks';
import type { WidgetView } from '../utils/messages/ui';
import { duration } from '../utils/ui/format';
import type { Report } from '../utils/ui/reports';
import { KIND_LABELS } from '../utils/widgets/kinds';
import { Button } from './Button';
import { ExternalLink } from './ExternalLink';
import { Icon, type IconName } from './Icon';
import { ReportAnswer } from './ReportAnswer';
import css from './WidgetItem.module.css';

const STATES = {
  waiting: ['Waiting', 'clock'],
  working: ['Solving', 'working'],
  delivered: ['Solved', 'check'],
  failed: ['Not solved', 'alert'],
} as const satisfies Record<WidgetView['state'], readonly [words: string, icon: IconName]>;

interface Props {
  widget: WidgetView;
  now: number;
  /** Name the host. */
  host: boolean;
  report: Report | null;
  onReport(): void;
  onMore(): void;
}

/** One widget of the page: what it is, where, how far, and why. */
export function WidgetItem({ widget, now, host, report, onReport, onMore }: Props) {
  const id = useId();
  const { kind, state, since, message, more } = widget;
  const [words, icon] = STATES[state];
  return (
    <li class={css['item']} data-state={state}>
      <Icon name={icon} spin={state === 'working'} />
      <div class={css['words']}>
        <p id={id} class={css['head']}>
          <span class={css['kind']}>{KIND_LABELS[kind]}</span>
          <span class={css['state']}>
            {words}
            {state === 'working' && `, ${duration(now - since)}`}
          </span>
        </p>
        {host && <p class={css['detail']}>{widget.host}</p>}
        {message && <p class={css['detail']}>{message}</p>}
        {widget.link && <ExternalLink href={widget.link.url} label={widget.link.label} />}
        {more && (
          <div class={css['more']}>
            <Button look="small" about={id} onClick={onMore}>
              Allow 10 more
            </Button>
          </div>
        )}
        {report && <ReportAnswer report={report} about={id} onReport={onReport} />}
      </div>
    </li>
  );
}
