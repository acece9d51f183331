import { cpus } from 'node:os';
import type { Figure } from './figure.ts';

const cell = ({ median, p95 }: { median: number; p95: number }): string => `${median} / ${p95}`;

const compared = ({ baseline, note }: Figure): string =>
  [baseline && `${baseline.what}: ${cell(baseline)}`, note].filter(Boolean).join('; ');

const row = (each: Figure): string => {
  const { figure, unit, n, min, median, p95, max, ratio, ratio95, bar, met, sure } = each;
  const cells = [
    figure,
    unit,
    String(n),
    `${min} / ${cell({ median, p95 })} / ${max}`,
    compared(each),
    ratio === undefined ? '' : `${ratio} (${ratio95?.join(' to ')})`,
    bar,
    bar && (met ? 'yes' : '**no**') + (sure === false ? ', not sure' : ''),
  ];
  return `| ${cells.join(' | ')} |`;
};

/** Date, machine and table, for docs/benchmarks.md. */
export const markdown = (figures: readonly Figure[], browser: string): string => {
  const date = new Date().toISOString().slice(0, 10);
  const loads = figures.map(({ load }) => load);
  return [
    `Measured ${date}: ${cpus().length} cores, ${browser}, load average ${Math.min(...loads)} to ${Math.max(...loads)}.`,
    '',
    '| figure | unit | n | min / median / p95 / max | compared with (median / p95) | ratio (95 %) | bar | met |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(row),
  ].join('\n');
};
