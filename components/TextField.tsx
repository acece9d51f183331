import type { ComponentChildren } from 'preact';
import { Field } from './Field';
import css from './TextField.module.css';

interface Props {
  label: string;
  value: string;
  hint?: ComponentChildren;
  error?: string | null;
  inputMode?: 'url' | 'numeric' | 'decimal';
  placeholder?: string;
  onInput(text: string): void;
  /** The person is done with the field: left it, or pressed Enter. */
  onCommit?(text: string): void;
}

/** One line of text: an address, a hostname, a number. */
export function TextField({ label, value, hint, error, inputMode, placeholder, onInput, onCommit }: Props) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(wiring) => (
        <input
          {...wiring}
          class={css['input']}
          type="text"
          inputMode={inputMode}
          placeholder={placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onChange={(event) => onCommit?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
