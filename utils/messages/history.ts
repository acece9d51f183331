/** What the options page asks of the ledger, and how sums are told. Money is nano-dollars. */
import { z } from 'zod';
import { type Entry, Outcome } from '../ledger/entry';
import type { DaySum, Sum } from '../ledger/sums';

/** A place in the order of time: when a job ended, and its id. */
const Spot = z.tuple([z.number(), z.string().max(64)]);

export const HistoryFilter = z.strictObject({
  service: z.string().max(64).optional(),
  site: z.string().max(255).optional(),
  outcome: Outcome.optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

export const HistoryRequest = z.strictObject({ filter: HistoryFilter, before: Spot.optional() });
export type HistoryRequest = z.infer<typeof HistoryRequest>;

export interface HistoryView {
  /** One page, the newest first. */
  entries: Entry[];
  /** There are older ones. */
  more: boolean;
  /** YYYY-MM-DD, where the person is. */
  today: string;
  /** The last 30 days, and those that the page reaches back to: one row a day and service. */
  days: DaySum[];
}

/** What can be filtered by. */
export interface HistoryFacets {
  services: { id: string; label: string }[];
  sites: string[];
}

export const ExportRequest = z.strictObject({ after: Spot.optional() });
export type ExportRequest = z.infer<typeof ExportRequest>;

/** What the calendar day has brought so far. The budgets go by any 24 hours instead. */
export type TodayView = Sum;

export const historyRequests = {
  history: HistoryRequest,
  historyFacets: z.undefined(),
  /** Some hundred entries, the oldest first; asked again from the last one on, until none comes. */
  exportEntries: ExportRequest,
  deleteHistory: z.undefined(),
} as const;

export interface HistoryProtocol {
  history(request: HistoryRequest): HistoryView;
  historyFacets(): HistoryFacets;
  exportEntries(request: ExportRequest): Entry[];
  deleteHistory(): void;
}
