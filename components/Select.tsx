import { Icon } from './Icon';
import css from './Select.module.css';

export interface Choice<V extends string> {
  value: V;
  label: string;
}

interface Props<V extends string> {
  value: V;
  choices: readonly Choice<V>[];
  onPick(value: V): void;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}

/** A native select, which every browser, phone and screen reader knows how to open. */
export function Select<V extends string>({ choices, value, onPick, ...rest }: Props<V>) {
  return (
    <span class={css['wrap']}>
      <select
        {...rest}
        class={css['select']}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value as V)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
