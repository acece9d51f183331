import type { Entry } from '../utils/ledger/entry';
import { type DaySum, total } from '../utils/ledger/sums';
import type { HistoryFacets, HistoryFilter, HistoryView } from '../utils/messages/history';
import { dayName } from '../utils/ui/format';
import { openBills, spent } from '../utils/ui/spent';
import { HistoryRow } from './HistoryRow';
import css from './HistoryTable.module.css';

interface Props {
  view: HistoryView;
  facets: HistoryFacets;
  filter: HistoryFilter;
}

/** Entries that follow each other on one day. */
function byDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  const groups: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.day === entry.day) last.entries.push(entry);
    else groups.push({ day: entry.day, entries: [entry] });
  }
  return groups;
}

/** What the whole day came to, as far as the filter can tell: sums are kept by day and service. */
function dayWords(day: string, days: readonly DaySum[], { service, site, outcome }: HistoryFilter): string {
  if (site !== undefined || outcome !== undefined) return '';
  const sum = total(days.filter((row) => row.day === day && (service === undefined || row.service === service)));
  return [`${sum.solved} solved, ${spent(sum)}.`, openBills(sum)].filter(Boolean).join(' ');
}

const HEADS = ['Time', 'Site', 'Service', 'Outcome', 'Cost'];

/** A page of the history, day by day. */
export function HistoryTable({ view, facets, filter }: Props) {
  if (!view.entries.length)
    return (
      <p class={css['none']}>
        {Object.keys(filter).length
          ? 'No task fits these filters.'
          : 'No task so far. The first one will be listed here.'}
      </p>
    );
  const labelOf = (service: string) => facets.services.find(({ id }) => id === service)?.label ?? service;
  return (
    // Where it is narrow, rows are blocks; the roles keep it a table for those who hear it.
    // biome-ignore-start lint/a11y/noRedundantRoles: a display other than table takes them away
    <table class={css['table']} role="table" aria-label="Tasks">
      <thead role="rowgroup" class={css['heads']}>
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {byDay(view.entries).map(({ day, entries }) => (
        <tbody key={`${day} ${entries[0]?.job}`} role="rowgroup">
          <tr role="row" class={css['day']}>
            <th scope="rowgroup" colSpan={HEADS.length}>
              <span class={css['date']}>{day === view.today ? 'Today' : dayName(day)}</span>{' '}
              <span class={css['sum']}>{dayWords(day, view.days, filter)}</span>
            </th>
          </tr>
          {entries.map((entry) => (
            <HistoryRow key={entry.job} entry={entry} service={labelOf(entry.service)} />
          ))}
        </tbody>
      ))}
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
