import { loadavg } from 'node:os';
import { type Middle, median, p95, ratioInterval } from './stats.ts';

/** One line of the benchmark's output. */
export interface Figure {
  figure: string;
  unit: string;
  n: number;
  min: number;
  median: number;
  p95: number;
  max: number;
  baseline?: { what: string; median: number; p95: number };
  /** Median to the baseline's median, or what else stands for the runs. */
  ratio?: number;
  /** Where the ratio lies with 95 % confidence, as far as these runs can tell. */
  ratio95?: [number, number];
  bar: string;
  met: boolean;
  /** False: the interval reaches over the bar, so another run may say otherwise. */
  sure?: boolean;
  /** Load average of the last minute: what else went on. */
  load: number;
  note?: string;
}

type Head = Pick<Figure, 'figure' | 'unit' | 'note'>;

const round = (value: number): number => Number(value.toPrecision(4));
export const summary = (samples: readonly number[]) => ({ median: round(median(samples)), p95: round(p95(samples)) });

/** A figure that stands by itself. `met` gets the unrounded samples. */
export const alone = (head: Head, samples: readonly number[], bar: string, met: (of: Stats) => boolean): Figure => {
  const stats = { median: median(samples), p95: p95(samples), max: Math.max(...samples) };
  const load = round(loadavg()[0] ?? Number.NaN);
  return {
    ...head,
    n: samples.length,
    min: round(Math.min(...samples)),
    ...summary(samples),
    max: round(stats.max),
    bar,
    met: met(stats),
    load,
  };
};

export interface Stats {
  median: number;
  p95: number;
  max: number;
}

interface Baseline {
  what: string;
  samples: readonly number[];
}

/** A figure beside the same without Solvent, for which no bar was set. */
export const beside = (head: Head, samples: readonly number[], baseline: Baseline, middle: Middle = median): Figure => {
  const [low, high] = ratioInterval(samples, baseline.samples, middle);
  return {
    ...alone(head, samples, '', () => true),
    baseline: { what: baseline.what, ...summary(baseline.samples) },
    ratio: round(middle(samples) / middle(baseline.samples)),
    ratio95: [round(low), round(high)],
  };
};

/** A figure against the same without Solvent; `atMost` is the highest ratio allowed. */
export const against = (
  head: Head,
  samples: readonly number[],
  baseline: Baseline,
  atMost: number,
  middle: Middle = median,
): Figure => {
  const figure = beside(head, samples, baseline, middle);
  const [low, high] = figure.ratio95 ?? [0, 0];
  return {
    ...figure,
    bar: `<= ${atMost} x ${baseline.what}`,
    met: middle(samples) / middle(baseline.samples) <= atMost,
    sure: high <= atMost || low > atMost,
  };
};
