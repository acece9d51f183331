import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Switch.module.css';

interface Props {
  label: string;
  checked: boolean;
  /** Said after the name; the reason, where the switch is disabled. */
  hint?: ComponentChildren;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** A labelled switch. The whole row is its target; the name is the label alone, the hint describes it. */
export function Switch({ label, checked, hint, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <label class={css['row']} data-disabled={disabled || undefined}>
      <span class={css['words']}>
        <span id={`${id}-name`} class={css['label']}>
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} class={css['hint']}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        class={css['switch']}
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-name`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
