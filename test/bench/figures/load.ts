import { type Bench, interleave, withTabs } from '../bench.ts';
import { countCpu, quiet, taskTime } from '../cpu.ts';
import { against, beside, type Figure } from '../figure.ts';
import { FRAMED, LEFT, TRIVIAL } from '../pages.ts';
import { median } from '../stats.ts';
import type { Tab } from '../tab.ts';

const ARMS = ['none', 'empty', 'solvent'] as const;
const STARTS = 8;
const RUNS = 10;
const WARM_UP = 3;

type Arm = (typeof ARMS)[number];
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

const perArm = <Of>(make: (arm: Arm) => Of) =>
  Object.fromEntries(ARMS.map((arm) => [arm, make(arm)])) as Record<Arm, Of>;

const once = async (tabs: Record<Arm, Tab>, urls: readonly string[]): Promise<Record<Arm, Sample[]>[]> => {
  for (const arm of ARMS) await countCpu(tabs[arm]);
  const samples: Record<Arm, Sample[]>[] = [];
  for (const url of urls) {
    await interleave(ARMS, WARM_UP, (arm) => loadTime(tabs[arm], url));
    samples.push(await interleave(ARMS, RUNS, (arm) => loadTime(tabs[arm], url)));
  }
  return samples;
};

/** From the start of the navigation to the `load` event, as the page's own timing has it; and what it cost. */
export async function* load(bench: Bench): AsyncGenerator<Figure> {
  const pages = [
    { page: '20 frames', url: FRAMED, all: perArm<Sample[]>(() => []) },
    { page: 'trivial page', url: TRIVIAL, all: perArm<Sample[]>(() => []) },
  ];
  for (let start = 0; start < bench.runs(STARTS); start += 1) {
    const urls = pages.map(({ url }) => url);
    const samples = await withTabs(bench, ARMS, (tabs) => once(tabs, urls));
    for (const [index, { all }] of pages.entries())
      for (const arm of ARMS) all[arm].push(...(samples[index]?.[arm] ?? []));
  }
  for (const { page, all } of pages) {
    const wall = (arm: Arm) => all[arm].map((sample) => sample.wall);
    const cpu = (arm: Arm) => all[arm].map((sample) => sample.cpu);
    const note = (empty: number[]) => `an empty content script ${median(empty).toFixed(1)}`;
    const head = { figure: `load event, ${page}`, unit: 'ms', note: note(wall('empty')) };
    const none = { what: 'no extension', samples: wall('none') };
    yield page === '20 frames' ? against(head, wall('solvent'), none, 1.05) : beside(head, wall('solvent'), none);
    yield beside(
      { figure: `main thread up to load, ${page}`, unit: 'ms CPU', note: note(cpu('empty')) },
      cpu('solvent'),
      { what: 'no extension', samples: cpu('none') },
    );
  }
}
