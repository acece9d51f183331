const LONGEST_MS = 3_600_000;

/** Retry-After in ms, at most an hour; null for none. A point in time is measured by the server's own clock, `Date`. */
export function retryAfter(header: string | null, serverDate: string | null): number | null {
  if (header === null) return null;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) * 1_000 : parsed(header) - parsed(serverDate);
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_MS) : null;
}

// biome-ignore lint/style/noRestrictedGlobals: reads a text, asks no clock.
const parsed = (date: string | null): number => (date === null ? Number.NaN : Date.parse(date));
