import { cpus } from 'node:os';
import { sleep, type Tab } from './tab.ts';

const LOOK_MS = 100;
/** In a whole run: on a machine that never rests the benchmark must still come to its end. */
let patienceMs = 60_000;
const ENOUGH_IDLE = 0.5;

const idleAndAll = (): [idle: number, all: number] => {
  const times = cpus().map(({ times }) => times);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return [times.reduce((sum, { idle }) => sum + idle, 0), all];
};

/** Waits, within patience, for the machine to have half of itself free: latencies are not those of its other work. */
export const quiet = async (): Promise<void> => {
  while (patienceMs > 0) {
    const [idleBefore, allBefore] = idleAndAll();
    await sleep(LOOK_MS);
    const [idle, all] = idleAndAll();
    if (idle - idleBefore >= ENOUGH_IDLE * (all - allBefore)) return;
    patienceMs -= LOOK_MS;
  }
};

/** Must be called before `taskTime`. CPU time and not wall time: a busy machine must not count as a busy page. */
export const countCpu = (tab: Tab): Promise<unknown> =>
  tab.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

/** CPU time of the main thread so far, in ms: of all frames of the page that are in its process. */
export const taskTime = async (tab: Tab): Promise<number> => {
  const { metrics } = await tab.cdp.send<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
};
