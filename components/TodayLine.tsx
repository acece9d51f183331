import type { TodayView } from '../utils/messages/history';
import { openBills, spent } from '../utils/ui/spent';
import css from './TodayLine.module.css';

/** What today has brought and cost so far. */
export function TodayLine({ today }: { today: TodayView }) {
  const open = openBills(today);
  return (
    <div class={css['line']}>
      <p>
        Today:{' '}
        <strong>
          {today.solved} solved, {spent(today)}
        </strong>
      </p>
      {open && <p>{open}</p>}
    </div>
  );
}
