import type { PopupView } from '../utils/messages/ui';
import { Card } from './Card';
import { WidgetItem } from './WidgetItem';
import css from './WidgetList.module.css';

interface Props {
  widgets: PopupView['widgets'];
  site: PopupView['site'];
  /** Epoch ms; moves while a widget is being worked on. */
  now: number;
}

/** The widgets of this tab. Not a live region: its seconds would never stop talking. */
export function WidgetList({ widgets, site, now }: Props) {
  return (
    <Card title="On this page">
      {widgets.length ? (
        <ul class={css['list']}>
          {widgets.map((widget, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state, and the view names no widget
            <WidgetItem key={index} widget={widget} now={now} host={widget.host !== site?.hostname} />
          ))}
        </ul>
      ) : (
        <p class={css['none']}>No captcha noticed so far.</p>
      )}
    </Card>
  );
}
