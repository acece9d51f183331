import type { FileProblem } from '../messages/ui';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** An amount in US dollars as a person reads it. */
export function money(amount: number): string {
  if (amount > 0 && amount < 0.005) return 'less than $0.01';
  return dollars.format(amount);
}

/** When something was looked up: the time today, else day and time. */
export function moment(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', ...(!today && { dateStyle: 'medium' }) }).format(at);
}

/** Whole seconds, or minutes and seconds from one minute on. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "line 4, field service: There is no such service." */
export function fileProblem({ line, field, message }: FileProblem): string {
  const where = [line !== undefined && `line ${line}`, field && `field ${field}`].filter(Boolean).join(', ');
  return where ? `${where}: ${message}` : message;
}

/** A day of the ledger (YYYY-MM-DD) is a calendar day, whatever the zone: read and written in one. */
const dayFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
};
/** "22 November 2026", as the person writes dates. */
export const dayName = dayFormat({ dateStyle: 'long' });
/** "22 Nov" */
export const shortDay = dayFormat({ day: 'numeric', month: 'short' });

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
export const timeOfDay = (at: number): string => time.format(at);
