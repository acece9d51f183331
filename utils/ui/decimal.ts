import type { Read } from './account-options';

const MOST = 1_000_000;

/** The amount in US dollars that was typed, null where nothing was and that is allowed, or why it is refused. */
export function readAmount(typed: string, optional: false): Read<number>;
export function readAmount(typed: string, optional: boolean): Read<number | null>;
export function readAmount(typed: string, optional: boolean): Read<number | null> {
  // A comma is what half the world writes.
  const text = typed
    .trim()
    .replace(/^\$\s*/, '')
    .replace(',', '.');
  if (!text && optional) return { ok: true, value: null };
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(text))
    return { ok: false, message: 'Type an amount in US dollars, for example 0.60.' };
  const value = Number(text);
  return value <= MOST ? { ok: true, value } : { ok: false, message: 'This amount is too large.' };
}

/** As it is typed: no more digits than there are. */
export const writeAmount = (value: number | null): string => (value === null ? '' : String(value));
