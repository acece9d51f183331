import type { Entry } from '../utils/ledger/entry';
import { duration, timeOfDay } from '../utils/ui/format';
import { costWords, OUTCOME_LABELS, siteName } from '../utils/ui/outcomes';
import { KIND_LABELS, type Kind } from '../utils/widgets/kinds';
import css from './HistoryTable.module.css';

/** What else there is to say of it: how long the service took, its code, that it was reported. */
function details({ createdAt, readyAt, errorCode, reported, cost }: Entry): string {
  const parts = [
    createdAt !== null && readyAt !== null && `in ${duration(readyAt - createdAt)}`,
    errorCode,
    reported && 'reported as wrong',
    cost?.source === 'balance' && 'cost measured by your balance',
  ];
  return parts.filter(Boolean).join(', ');
}

/** One task. */
export function HistoryRow({ entry, service }: { entry: Entry; service: string }) {
  const { at, site, kind, outcome, cost } = entry;
  const more = details(entry);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see HistoryTable
    <tr role="row" class={css['row']} data-outcome={outcome}>
      <td role="cell" class={css['time']}>
        {timeOfDay(at)}
      </td>
      <td role="cell" class={css['site']}>
        {siteName(site)}
      </td>
      <td role="cell" class={css['service']}>
        {service} <span class={css['small']}>{KIND_LABELS[kind as Kind] ?? kind}</span>
      </td>
      <td role="cell" class={css['outcome']}>
        {OUTCOME_LABELS[outcome]} {more && <span class={css['small']}>{more}</span>}
      </td>
      <td role="cell" class={css['cost']}>
        {costWords(cost, outcome)}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see HistoryTable
  );
}
