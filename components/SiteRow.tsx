import type { SiteRule } from '../utils/settings/schema';
import { modeChoices } from '../utils/ui/modes';
import { Button } from './Button';
import { Select } from './Select';
import { SiteExtras } from './SiteExtras';
import css from './SiteRow.module.css';

interface Props {
  hostname: string;
  rule: SiteRule;
  onChange(rule: SiteRule): void;
  onRemove(): void;
}

/** One site and its rule. */
export function SiteRow({ hostname, rule, onChange, onRemove }: Props) {
  const { mode, ...rest } = rule;
  return (
    <li class={css['row']}>
      <span class={css['name']}>{hostname}</span>
      <span class={css['rule']}>
        <Select
          aria-label={`Rule for ${hostname}`}
          value={mode ?? ''}
          choices={modeChoices(mode ? null : 'As in general')}
          onPick={(picked) => onChange(picked ? { ...rest, mode: picked } : rest)}
        />
      </span>
      <Button look="quiet" name={`Remove ${hostname}`} onClick={onRemove}>
        Remove
      </Button>
      <SiteExtras hostname={hostname} rule={rule} onChange={onChange} />
    </li>
  );
}
