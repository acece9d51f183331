import { useState } from 'preact/hooks';
import { readWhole } from '../utils/ui/whole';
import { TextField } from './TextField';

interface Props {
  label: string;
  hint: string;
  value: number;
  least: number;
  onChange(value: number): void;
}

/** A whole number, taken when the person leaves the field; what cannot be taken stays as typed, with the reason. */
export function NumberField({ label, hint, value, least, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  function commit(text: string): void {
    const read = readWhole(text, least);
    if (!read.ok) return setError(read.message);
    setTyped(null);
    if (read.value !== value) onChange(read.value);
  }

  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? String(value)}
      inputMode="numeric"
      error={error}
      onInput={(text) => {
        setTyped(text);
        setError(null);
      }}
      onCommit={commit}
    />
  );
}
