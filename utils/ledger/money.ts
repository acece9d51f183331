/** Money in the ledger is whole billionths of a US dollar: prices such as 0.00299 add up without a rest. */
export type Nano = number;

const NANO = 1e9;

/** US dollars to nano-dollars; null for what is no price: not finite, below nothing, or beyond any account. */
export function toNano(usd: number): Nano | null {
  const nano = Math.round(usd * NANO);
  return Number.isSafeInteger(nano) && nano >= 0 ? nano : null;
}

export const toUsd = (nano: Nano): number => nano / NANO;

/** What one task costs at a price for a thousand. */
export const priceOfOne = (usdPer1000: number): Nano | null => toNano(usdPer1000 / 1000);

/** The same as decimal text, every digit that counts and no more: `0.00299`, `0`. For tables that are added up. */
export function decimal(nano: Nano): string {
  const digits = String(Math.abs(nano)).padStart(10, '0');
  const rest = digits.slice(-9).replace(/0+$/, '');
  return `${nano < 0 ? '-' : ''}${digits.slice(0, -9)}${rest && `.${rest}`}`;
}
