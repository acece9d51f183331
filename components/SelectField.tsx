import type { ComponentChildren } from 'preact';
import { Field } from './Field';
import { type Choice, Select } from './Select';

interface Props<V extends string> {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  hint?: ComponentChildren;
  onPick(value: V): void;
}

/** A labelled native select. */
export function SelectField<V extends string>({ label, hint, ...select }: Props<V>) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => <Select {...wiring} {...select} />}
    </Field>
  );
}
