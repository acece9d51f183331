import { readWhole } from '../utils/ui/whole';
import { TypedField } from './TypedField';

interface Props {
  label: string;
  hint: string;
  value: number;
  least: number;
  most?: number;
  onChange(value: number): void;
}

/** A whole number. */
export function NumberField({ least, most, ...field }: Props) {
  return <TypedField {...field} inputMode="numeric" write={String} read={(text) => readWhole(text, least, most)} />;
}
