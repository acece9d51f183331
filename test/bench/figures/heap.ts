import { type Bench, interleave } from '../bench.ts';
import type { Arm } from '../browser.ts';
import { against, type Figure } from '../figure.ts';
import { FRAMED } from '../pages.ts';
import { median } from '../stats.ts';
import { sleep } from '../tab.ts';

const ARMS = ['none', 'empty', 'solvent'] as const;
const MB = 1e6;
const SETTLE_MS = 300;

/**
 * V8's heap after garbage collection. `Runtime.getHeapUsage` counts the isolate: the page's own world and the isolated
 * worlds of extensions, of all frames in the process. A new tab each time: nothing is left over from the page before.
 */
const heapSize = async (bench: Bench, arm: Arm): Promise<number> => {
  const tab = await (await bench.browser(arm)).tab();
  await tab.goto(FRAMED);
  await sleep(SETTLE_MS);
  await tab.cdp.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await tab.cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tab.cdp.send<{ usedSize: number }>('Runtime.getHeapUsage');
  await tab.close();
  return usedSize / MB;
};

export async function* heap(bench: Bench): AsyncGenerator<Figure> {
  const samples = await interleave(ARMS, bench.runs(5), (arm) => heapSize(bench, arm));
  const note = `no extension ${median(samples.none).toFixed(2)}`;
  yield against(
    { figure: 'JS heap after GC, 20 frames', unit: 'MB', note },
    samples.solvent,
    { what: 'an empty content script', samples: samples.empty },
    1.05,
  );
}
