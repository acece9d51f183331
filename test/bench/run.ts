import { parseArgs } from 'node:util';
import { type Bench, openBench } from './bench.ts';
import type { Figure } from './figure.ts';
import { delivered } from './figures/delivered.ts';
import { detector } from './figures/detector.ts';
import { heap } from './figures/heap.ts';
import { idle } from './figures/idle.ts';
import { jobs, recovery } from './figures/jobs.ts';
import { ledger } from './figures/ledger.ts';
import { load } from './figures/load.ts';
import { nodes } from './figures/nodes.ts';
import { noticed } from './figures/noticed.ts';
import { size } from './figures/size.ts';
import { markdown } from './report.ts';

const MEASURES: Record<string, (bench: Bench) => AsyncGenerator<Figure>> = {
  size,
  load,
  idle,
  heap,
  nodes,
  noticed,
  // Before what takes the service longer: Solvent learns from it that asking early is in vain.
  recovery,
  delivered,
  ledger,
  jobs,
  detector,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});

const names = values.only?.split(',') ?? Object.keys(MEASURES);
const unknown = names.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length) throw new Error(`No such figure: ${unknown}. There are ${Object.keys(MEASURES)}.`);

const runs = (usual: number): number => {
  if (values.runs !== undefined) return Number(values.runs);
  return values.quick ? Math.max(2, Math.ceil(usual / 5)) : usual;
};

const bench = await openBench(runs);
const figures: Figure[] = [];
try {
  for (const name of names) {
    const startedAt = performance.now();
    for await (const figure of MEASURES[name]?.(bench) ?? []) {
      figures.push(figure);
      console.log(JSON.stringify(figure));
    }
    console.error(`${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }
  if (values.markdown) console.log(`\n${markdown(figures, (await bench.browser('none')).version)}`);
} finally {
  await bench.close();
}
