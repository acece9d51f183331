import type { Mode, Settings } from '../utils/settings/schema';
import { MODE_LABELS, modeChoices } from '../utils/ui/modes';
import { KIND_LABELS, type Kind, MAY_PASS } from '../utils/widgets/kinds';
import css from './KindRule.module.css';
import { SelectField } from './SelectField';
import { Switch } from './Switch';

type Rule = NonNullable<Settings['kinds'][Kind]>;

interface Props {
  kind: Kind;
  /** The mode that holds where this rule names none. */
  general: Mode;
  rule: Rule;
  onChange(rule: Rule): void;
}

/** The rule for one kind of widget. */
export function KindRule({ kind, general, rule, onChange }: Props) {
  const label = KIND_LABELS[kind];
  const { mode, ...rest } = rule;
  return (
    <fieldset class={css['rule']}>
      <legend class={css['legend']}>{label}</legend>
      <SelectField
        label={`Mode for ${label}`}
        value={mode ?? ''}
        choices={modeChoices(`As in general (${MODE_LABELS[general]})`)}
        onPick={(picked) => onChange(picked ? { ...rest, mode: picked } : rest)}
      />
      {MAY_PASS.has(kind) && (
        <Switch
          label="Solve invisible widgets at once"
          checked={rule.always ?? false}
          hint="Most invisible widgets let you pass by themselves. Off: Solvent waits until one shows you a challenge. On: each one is solved as soon as the page calls it, and each one costs money."
          onChange={(always) => onChange({ ...rule, always })}
        />
      )}
    </fieldset>
  );
}
