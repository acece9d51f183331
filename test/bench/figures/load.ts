import { type Bench, interleave } from '../bench.ts';
import { countCpu, quiet, taskTime } from '../cpu.ts';
import { against, type Figure } from '../figure.ts';
import { FRAMED, LEFT, TRIVIAL } from '../pages.ts';
import { median } from '../stats.ts';
import type { Tab } from '../tab.ts';

const ARMS = ['none', 'empty', 'solvent'] as const;
const PAGES = [
  { page: '20 frames', url: FRAMED, runs: 40 },
  { page: 'trivial page', url: TRIVIAL, runs: 40 },
];
const WARM_UP = 4;

interface Sample {
  wall: number;
  cpu: number;
}

const loadTime = async (tab: Tab, url: string): Promise<Sample> => {
  await tab.goto(LEFT);
  await quiet();
  await tab.goto(url);
  // Counted from the commit on: every navigation has counters of its own.
  const cpu = await taskTime(tab);
  const wall = await tab.run(() => performance.getEntriesByType('navigation')[0]?.toJSON().loadEventStart as number);
  return { wall, cpu };
};

/** From the start of the navigation to the `load` event, as the page's own timing has it; and what it cost. */
export async function* load(bench: Bench): AsyncGenerator<Figure> {
  const tabs = {
    none: await (await bench.browser('none')).tab(),
    empty: await (await bench.browser('empty')).tab(),
    solvent: await (await bench.browser('solvent')).tab(),
  };
  for (const arm of ARMS) await countCpu(tabs[arm]);
  for (const { page, url, runs } of PAGES) {
    await interleave(ARMS, WARM_UP, (arm) => loadTime(tabs[arm], url));
    const { none, empty, solvent } = await interleave(ARMS, bench.runs(runs), (arm) => loadTime(tabs[arm], url));
    for (const [measure, unit] of [
      ['wall', 'ms'],
      ['cpu', 'ms CPU'],
    ] as const) {
      const of = (samples: Sample[]) => samples.map((sample) => sample[measure]);
      const what = measure === 'wall' ? 'load event' : 'main thread up to load';
      const baseline = { what: 'no extension', samples: of(none) };
      const note = `an empty content script ${median(of(empty)).toFixed(1)}`;
      yield against({ figure: `${what}, ${page}`, unit, note }, of(solvent), baseline, 1.05);
    }
  }
  for (const arm of ARMS) await tabs[arm].close();
}
