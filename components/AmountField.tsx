import { readAmount, writeAmount } from '../utils/ui/decimal';
import { TypedField } from './TypedField';

interface Props<V extends number | null> {
  label: string;
  hint: string;
  value: V;
  /** May be left empty. */
  optional: null extends V ? true : false;
  onChange(value: V): void;
}

/** An amount in US dollars. */
export function AmountField<V extends number | null>({ optional, ...field }: Props<V>) {
  return (
    <TypedField
      {...field}
      inputMode="decimal"
      write={writeAmount}
      read={(text) => readAmount(text, optional) as ReturnType<typeof readAmount> & { value: V }}
    />
  );
}
