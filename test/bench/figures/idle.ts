import type { Bench } from '../bench.ts';
import { countCpu, taskTime } from '../cpu.ts';
import { alone, type Figure, summary } from '../figure.ts';
import { FRAMED } from '../pages.ts';
import { sleep, type Tab } from '../tab.ts';

const WINDOW_MS = 5000;
const SETTLE_MS = 5000;
const BAR = 0.3;

const idleTime = async (tab: Tab): Promise<number> => {
  const before = await taskTime(tab);
  const startedAt = performance.now();
  await sleep(WINDOW_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  return ((await taskTime(tab)) - before) / seconds;
};

/** Main-thread time of a page where nothing happens. Both browsers at once, so that they share what else is going on. */
export async function* idle(bench: Bench): AsyncGenerator<Figure> {
  const tabs = await Promise.all(
    (['none', 'solvent'] as const).map(async (arm) => {
      const tab = await (await bench.browser(arm)).tab();
      await countCpu(tab);
      await tab.goto(FRAMED);
      return tab;
    }),
  );
  await sleep(SETTLE_MS);
  const samples: [number[], number[]] = [[], []];
  for (let run = 0; run < bench.runs(6); run += 1) {
    const times = await Promise.all(tabs.map(idleTime));
    for (const [arm, time] of times.entries()) samples[arm]?.push(time);
  }
  for (const tab of tabs) await tab.close();
  const [none, solvent] = samples;
  const head = { figure: 'idle main thread, 20 frames', unit: 'ms CPU / s' };
  yield {
    ...alone(head, solvent, `median <= ${BAR}`, (stats) => stats.median <= BAR),
    baseline: { what: 'no extension', ...summary(none) },
  };
}
