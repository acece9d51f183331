import { type Nano, toUsd } from '../ledger/money';
import type { Sum } from '../ledger/sums';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
/** Captchas cost parts of a cent; rounded to cents, a day of them would look like nothing. */
const parts = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 5,
});

/** An amount of the ledger: every digit that counts below a dollar, cents above. */
export function price(nano: Nano): string {
  const usd = toUsd(nano);
  if (usd > 0 && usd < 0.000005) return 'less than $0.00001';
  return (usd < 1 ? parts : dollars).format(usd);
}

/** What was spent: "about" where the person's price table had to help, "at least" where something is not known. */
export function spent({ nano, estimated, unknown }: Sum): string {
  const hedge = unknown ? 'at least ' : estimated ? 'about ' : '';
  return hedge + price(nano + estimated);
}

const jobs = (count: number): string => (count === 1 ? '1 answer' : `${count} answers`);

/** What is not in that amount, or null: nothing. */
export function openBills({ unknown, possible }: Sum): string | null {
  const parts = [
    unknown && `${jobs(unknown)} at an unknown price`,
    possible && `${possible} without an answer, possibly charged`,
  ].filter(Boolean);
  return parts.length ? `Not counted: ${parts.join('; ')}.` : null;
}
