import type { PopupView, WidgetView } from '../utils/messages/ui';
import { type Reports, reportOf } from '../utils/ui/reports';
import { Button } from './Button';
import { Card } from './Card';
import { WidgetItem } from './WidgetItem';
import css from './WidgetList.module.css';

interface Props {
  widgets: PopupView['widgets'];
  site: PopupView['site'];
  /** Epoch ms; moves while a widget is being worked on. */
  now: number;
  reports: Reports;
  onReport(widget: WidgetView): void;
  /** Allows some more of the budget that keeps it waiting. */
  onMore(widget: WidgetView): void;
  /** Has the person show a picture that was not noticed. */
  onPick(): void;
}

/** The widgets of this tab. Not a live region: its seconds would never stop talking. */
export function WidgetList({ widgets, site, now, reports, onReport, onMore, onPick }: Props) {
  return (
    <Card title="On this page">
      {widgets.length ? (
        <ul class={css['list']}>
          {widgets.map((widget, index) => (
            <WidgetItem
              // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state, and the view names no widget
              key={index}
              widget={widget}
              now={now}
              host={widget.host !== site?.hostname}
              report={reportOf(reports, widget)}
              onReport={() => onReport(widget)}
              onMore={() => onMore(widget)}
            />
          ))}
        </ul>
      ) : (
        <p class={css['none']}>No captcha noticed so far.</p>
      )}
      <div class={css['pick']}>
        <Button onClick={onPick}>Pick a picture captcha</Button>
      </div>
    </Card>
  );
}
