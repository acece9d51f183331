import { checkAddress } from '../services/address';
import type { AccountOptions, OptionName } from '../services/options';

export type Read<V> = { ok: true; value: V } | { ok: false; message: string };

const take = <V>(value: V): Read<V> => ({ ok: true, value });
const refuse = (message: string): Read<never> => ({ ok: false, message });

/** The base address of a custom service, or why it is refused. */
export function readAddress(typed: string): Read<string> {
  const checked = checkAddress(typed);
  return checked.ok ? take(checked.base) : refuse(checked.reason);
}

/** The address that was typed, nothing at all, or why it is refused. */
export function readCallbackUrl(typed: string): Read<string | undefined> {
  const text = typed.trim();
  if (!text) return take(undefined);
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return refuse('Type the whole address. It begins with https:// or http:// and names a host.');
  return text.length > 2_048 ? refuse('This address is too long: 2048 characters at most.') : take(text);
}

export function readSoftId(typed: string): Read<number | undefined> {
  const text = typed.trim();
  if (!text) return take(undefined);
  if (!/^\d+$/.test(text)) return refuse('Type a whole number, for example 54, or leave it empty.');
  return Number(text) > 2_147_483_647 ? refuse('This number is too large.') : take(Number(text));
}

export function readAppId(typed: string): Read<string | undefined> {
  const text = typed.trim();
  return text.length > 100 ? refuse('This is too long: 100 characters at most.') : take(text || undefined);
}

/** Suffixes as people write them: separated by commas, some with the underscores that join them to the key. */
export function readKeySuffixes(typed: string): Read<string[] | undefined> {
  const parts = typed.split(',').map((part) => part.trim().replace(/^__/, ''));
  const suffixes = [...new Set(parts.filter(Boolean))];
  const odd = suffixes.find((suffix) => !/^[a-z0-9]+(_[a-z0-9]+)*$/i.test(suffix));
  if (odd !== undefined) return refuse(`"${odd}" cannot be a suffix: letters, digits and single underscores only.`);
  if (suffixes.length > 8) return refuse('These are too many: 8 at most.');
  return take(suffixes.length ? suffixes : undefined);
}

/** The whole options with one of them set, or left out. */
export function withOption<N extends OptionName>(
  options: AccountOptions,
  name: N,
  value: AccountOptions[N] | undefined,
): AccountOptions {
  const { [name]: _, ...rest } = options;
  return (value === undefined || value === false ? rest : { ...rest, [name]: value }) as AccountOptions;
}
