import type { AccountView } from '../utils/messages/ui';
import type { Prices } from '../utils/settings/schema';
import { KIND_LABELS, KINDS, type Kind } from '../utils/widgets/kinds';
import { AmountField } from './AmountField';
import css from './PriceTable.module.css';

interface Props {
  accounts: readonly AccountView[];
  prices: Prices;
  onChange(prices: Prices): void;
}

function withPrice(prices: Prices, service: string, kind: Kind, price: number | null): Prices {
  const { [kind]: _, ...rest } = prices[service] ?? {};
  const { [service]: __, ...others } = prices;
  const of = price === null ? rest : { ...rest, [kind]: price };
  return Object.keys(of).length ? { ...others, [service]: of } : others;
}

/** What the person knows of prices, for services that do not tell. */
export function PriceTable({ accounts, prices, onChange }: Props) {
  if (!accounts.length) return null;
  return (
    <fieldset class={css['prices']}>
      <legend class={css['legend']}>Your prices</legend>
      <p class={css['hint']}>
        Only for tasks whose service does not say what they cost, and whose cost cannot be measured by your balance.
        Sums that contain such an estimate say “about”.
      </p>
      <div class={css['grid']}>
        {accounts.flatMap(({ service, label }) =>
          KINDS.map((kind) => (
            <AmountField<number | null>
              key={`${service} ${kind}`}
              label={`${label}, 1000 × ${KIND_LABELS[kind]}`}
              hint="In US dollars. Empty: not known."
              optional
              value={prices[service]?.[kind] ?? null}
              onChange={(price) => onChange(withPrice(prices, service, kind, price))}
            />
          )),
        )}
      </div>
    </fieldset>
  );
}
