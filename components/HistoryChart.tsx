import { lastDays } from '../utils/ledger/day';
import { type DaySum, type Sum, total } from '../utils/ledger/sums';
import { dayName, shortDay } from '../utils/ui/format';
import { openBills, price, spent } from '../utils/ui/spent';
import css from './HistoryChart.module.css';

const DAYS = 30;

const paid = ({ nano, estimated }: Sum): number => nano + estimated;

/** What each of the last 30 days has cost: bars for the eye, and the same as a list for everybody else. */
export function HistoryChart({ today, days }: { today: string; days: readonly DaySum[] }) {
  const rows = lastDays(today, DAYS).map((day) => ({ day, sum: total(days.filter((row) => row.day === day)) }));
  const all = total(rows.map(({ sum }) => sum));
  const most = Math.max(...rows.map(({ sum }) => paid(sum)));
  const height = (sum: Sum) => (most ? Math.round((paid(sum) / most) * 1000) / 10 : 0);
  const open = openBills(all);
  return (
    <figure class={css['figure']}>
      <figcaption class={css['caption']}>
        <span>
          Last {DAYS} days: <strong>{all.solved} solved</strong>, <strong>{spent(all)}</strong>
        </span>
        {most > 0 && <span class={css['most']}>most in a day: {price(most)}</span>}
      </figcaption>
      {open && <p class={css['open']}>{open}</p>}
      <ol class={css['bars']}>
        {rows.map(({ day, sum }) => (
          <li key={day} class={css['day']} title={`${dayName(day)}: ${sum.solved} solved, ${spent(sum)}`}>
            <span class={css['bar']} style={{ height: `${height(sum)}%` }} />
            <span class="visually-hidden">
              {dayName(day)}: {sum.solved} solved, {spent(sum)}
            </span>
          </li>
        ))}
      </ol>
      <div class={css['axis']} aria-hidden="true">
        <span>{shortDay(rows[0]?.day ?? today)}</span>
        <span>{shortDay(today)}</span>
      </div>
    </figure>
  );
}
