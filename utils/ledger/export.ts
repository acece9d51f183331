import type { Entry } from './entry';
import { decimal } from './money';

const when = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** Column -> what stands there. Times are in UTC, money is in US dollars with a point. */
const COLUMNS = {
  ended: ({ at }) => when(at),
  day: ({ day }) => day,
  site: ({ site }) => site,
  origin: ({ origin }) => origin,
  path_hash: ({ pathHash }) => pathHash,
  kind: ({ kind }) => kind,
  service: ({ service }) => service,
  noticed: ({ noticedAt }) => when(noticedAt),
  created: ({ createdAt }) => when(createdAt),
  ready: ({ readyAt }) => when(readyAt),
  delivered: ({ deliveredAt }) => when(deliveredAt),
  polls: ({ polls }) => String(polls),
  outcome: ({ outcome }) => outcome,
  error_code: ({ errorCode }) => errorCode,
  cost_usd: ({ cost }) => (cost ? decimal(cost.nano) : ''),
  cost_source: ({ cost }) => cost?.source ?? '',
  reported: ({ reported }) => (reported ? 'yes' : 'no'),
  job: ({ job }) => job,
} satisfies Record<string, (entry: Entry) => string>;

/** A spreadsheet takes cells that begin like this for formulas, and runs them. An error code is a stranger's text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The entries as CSV (RFC 4180), with a line of headings. */
export const toCsv = (entries: readonly Entry[]): string =>
  line(Object.keys(COLUMNS)) + entries.map((entry) => line(Object.values(COLUMNS).map((read) => read(entry)))).join('');

/** The entries as JSON: as they are kept, with the cost in US dollars as text beside. */
export const toJson = (entries: readonly Entry[]): string =>
  `${JSON.stringify(
    { version: 1, entries: entries.map((entry) => ({ ...entry, costUsd: entry.cost && decimal(entry.cost.nano) })) },
    null,
    1,
  )}\n`;
