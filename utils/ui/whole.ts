/** The whole number that was typed, or why it is refused. */
export function readWhole(
  typed: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): { ok: true; value: number } | { ok: false; message: string } {
  const text = typed.trim();
  if (!/^\d+$/.test(text)) return { ok: false, message: 'Type a whole number, for example 20.' };
  const value = Number(text);
  if (value < least) return { ok: false, message: `The least is ${least}.` };
  if (value > most && most < Number.MAX_SAFE_INTEGER) return { ok: false, message: `The most is ${most}.` };
  if (!Number.isSafeInteger(value)) return { ok: false, message: 'This number is too large.' };
  return { ok: true, value };
}
