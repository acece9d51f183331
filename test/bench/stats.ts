/** Quantile by linear interpolation; NaN of nothing. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** What stands for many runs. */
export type Middle = (values: readonly number[]) => number;
/** For runs of which some carry a burden of the browser's own, such as a collection of garbage: those that carry none. */
export const lowerQuartile: Middle = (values) => quantile(values, 0.25);

/** Where 95 % of resampled ratios lie: what this many noisy runs can tell, and what they cannot. */
export const ratioInterval = (
  of: readonly number[],
  to: readonly number[],
  middle: Middle = median,
  rounds = 2000,
): [number, number] => {
  const draw = (from: readonly number[]) => from.map(() => from[Math.floor(Math.random() * from.length)] ?? Number.NaN);
  const ratios = Array.from({ length: rounds }, () => middle(draw(of)) / middle(draw(to)));
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
};
