import { useState } from 'preact/hooks';
import { TextField } from './TextField';

interface Props<V> {
  label: string;
  hint: string;
  value: V;
  inputMode?: 'url' | 'numeric' | 'decimal';
  placeholder?: string;
  rows?: number;
  /** How a value is written. */
  write(value: V): string;
  read(text: string): { ok: true; value: V } | { ok: false; message: string };
  onChange(value: V): void;
}

/** A text that means something, taken when the person leaves the field; what cannot be taken stays, with the reason. */
export function TypedField<V>({ value, write, read, onChange, ...field }: Props<V>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  function commit(text: string): void {
    const result = read(text);
    if (!result.ok) return setError(result.message);
    setTyped(null);
    if (write(result.value) !== write(value)) onChange(result.value);
  }

  return (
    <TextField
      {...field}
      value={typed ?? write(value)}
      error={error}
      onInput={(text) => {
        setTyped(text);
        setError(null);
      }}
      onCommit={commit}
    />
  );
}
