import type { Budgets } from '../utils/settings/schema';
import { AmountField } from './AmountField';
import css from './BudgetsSection.module.css';
import { NumberField } from './NumberField';
import { Section } from './Section';

const FIELDS: readonly { field: Exclude<keyof Budgets, 'moneyPerDay'>; label: string; hint: string; least: 0 | 1 }[] = [
  { field: 'perDay', label: 'Tasks per day', hint: 'In any 24 hours, on all sites together. 0: none.', least: 0 },
  {
    field: 'perSiteHour',
    label: 'Tasks per hour on one site',
    hint: 'So that one bad page cannot empty your account. 0: none.',
    least: 0,
  },
  { field: 'atOnce', label: 'Tasks at once', hint: 'On all sites together. The others wait for their turn.', least: 1 },
  {
    field: 'atOncePerSite',
    label: 'Tasks at once on one site',
    hint: 'The others of that site wait for their turn.',
    least: 1,
  },
];

interface Props {
  budgets: Budgets;
  onChange(budgets: Budgets): void;
}

/** How much may be spent, whatever a page does. */
export function BudgetsSection({ budgets, onChange }: Props) {
  return (
    <Section
      title="Budgets"
      intro="A task is one captcha sent to your service. At a limit, Solvent stops and tells you; a press of “Allow 10 more” goes on."
    >
      <div class={css['grid']}>
        <AmountField<number>
          label="US dollars per day"
          hint="In any 24 hours, at all services together. 0: nothing."
          optional={false}
          value={budgets.moneyPerDay}
          onChange={(moneyPerDay) => onChange({ ...budgets, moneyPerDay })}
        />
        {FIELDS.map(({ field, ...words }) => (
          <NumberField
            key={field}
            {...words}
            value={budgets[field]}
            onChange={(value) => onChange({ ...budgets, [field]: value })}
          />
        ))}
      </div>
    </Section>
  );
}
