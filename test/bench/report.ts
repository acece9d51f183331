import type { Figure } from './figure.ts';

const cell = ({ median, p95 }: { median: number; p95: number }): string => `${median} / ${p95}`;

const row = ({ figure, unit, n, min, median, p95, max, baseline, ratio, ratio95, bar, met }: Figure): string => {
  const cells = [
    figure,
    unit,
    String(n),
    `${min} / ${cell({ median, p95 })} / ${max}`,
    baseline ? `${baseline.what}: ${cell(baseline)}` : '',
    ratio === undefined ? '' : `${ratio} (${ratio95?.join(' to ')})`,
    bar,
    met ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
};

/** The table of docs/benchmarks.md. */
export const markdown = (figures: readonly Figure[]): string =>
  [
    '| figure | unit | n | min / median / p95 / max | compared with (median / p95) | ratio (95 %) | bar | met |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(row),
  ].join('\n');
