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
  /** Several lines. */
  rows?: number;
  onInput(text: string): void;
  /** The person is done with the field: left it, or pressed Enter. */
  onCommit?(text: string): void;
}

/** A text: an address, a hostname, a number; with `rows`, several lines. */
export function TextField({ label, value, hint, error, inputMode, placeholder, rows, onInput, onCommit }: Props) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(wiring) => {
        const shared = {
          ...wiring,
          class: css['input'],
          placeholder,
          autocomplete: 'off',
          autocapitalize: 'none' as const,
          spellcheck: false,
          value,
          onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
          onChange: (event: { currentTarget: { value: string } }) => onCommit?.(event.currentTarget.value),
        };
        return rows ? <textarea {...shared} rows={rows} /> : <input {...shared} type="text" inputMode={inputMode} />;
      }}
    </Field>
  );
}
