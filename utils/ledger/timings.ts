import type { PollProfile } from '../services/service';

/** How long tasks took, in ms from createTask to the answer; the newest last. Service and kind make the key. */
export type Timings = Readonly<Record<string, readonly number[]>>;

/** As many as tell something of today. */
const KEPT = 30;
/** Too few to go by. */
const ENOUGH = 5;
/** Nine of ten tasks take longer than this share of them. */
const SHARE = 0.1;

export const timingKey = (service: string, kind: string): string => `${service}/${kind}`;

export const withTiming = (timings: Timings, key: string, ms: number): Timings => ({
  ...timings,
  [key]: [...(timings[key] ?? []), Math.round(ms)].slice(-KEPT),
});

/**
 * The first poll is timed from what was seen before: asking while nearly no task is done yet only costs requests. Never
 * sooner than the service documents, and one interval before the quantile, as answers are heard of late.
 */
export function timed(profile: PollProfile, seen: readonly number[] = []): PollProfile {
  if (seen.length < ENOUGH) return profile;
  const sorted = [...seen].sort((one, other) => one - other);
  const quick = sorted[Math.floor(sorted.length * SHARE)] ?? 0;
  const firstMs = Math.min(Math.max(profile.firstMs, quick - profile.intervalMs), profile.giveUpMs / 2);
  return { ...profile, firstMs };
}
