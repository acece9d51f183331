import type { AccountView } from '../utils/messages/ui';
import type { Prices } from '../utils/settings/schema';
import type { History } from '../utils/ui/history';
import { HistoryChart } from './HistoryChart';
import { HistoryFilters } from './HistoryFilters';
import css from './HistorySection.module.css';
import { HistoryTable } from './HistoryTable';
import { HistoryTools } from './HistoryTools';
import { Notice } from './Notice';
import { NumberField } from './NumberField';
import { PriceTable } from './PriceTable';
import { Section } from './Section';

interface Props {
  history: History;
  accounts: readonly AccountView[];
  keepDays: number;
  prices: Prices;
  onPatch(patch: { keepDays?: number; prices?: Prices }): void;
}

/** What became of every task, and what it cost. */
export function HistorySection({ history, accounts, keepDays, prices, onPatch }: Props) {
  const { view, facets, filter, work, trouble, turned, actions } = history;
  const now = view.value;
  return (
    <Section
      title="History"
      intro="What became of every task, and what it cost. It is kept on this computer alone: no answers, no keys, no addresses beyond the site."
    >
      {trouble.value && (
        <Notice tone="bad" urgent>
          <p>{trouble.value}</p>
        </Notice>
      )}
      {now && <HistoryChart today={now.today} days={now.days} />}
      <HistoryFilters facets={facets.value} filter={filter.value} onPick={actions.narrow} />
      {now && <HistoryTable view={now} facets={facets.value} filter={filter.value} />}
      {now && (
        <HistoryTools
          newer={turned.value.length > 0}
          older={now.more}
          empty={!now.entries.length}
          work={work.value}
          actions={actions}
        />
      )}
      <div class={css['settings']}>
        <NumberField
          label="Days to keep"
          hint="Older tasks are forgotten once a day."
          least={1}
          most={3_650}
          value={keepDays}
          onChange={(days) => onPatch({ keepDays: days })}
        />
      </div>
      <PriceTable accounts={accounts} prices={prices} onChange={(changed) => onPatch({ prices: changed })} />
    </Section>
  );
}
