import type { Bench } from '../bench.ts';
import { alone, type Figure } from '../figure.ts';
import { severalOnDemand, severalWidgets } from '../pages.ts';
import { p95 } from '../stats.ts';
import { sleep, type Tab } from '../tab.ts';
import { stopWorker, workerHeap } from '../worker.ts';

const TABS = 50;
const WIDGETS = 4;
const INTERVAL_MS = 2000;
const SLACK_MS = 50;
const HEAP_MB = 40;
const RECOVERY_MS = 500;
const KEYS = Array.from({ length: WIDGETS }, (_, index) => `6Lsandbox${'JKLM'.charAt(index).repeat(31)}`);

/** All have to begin before the first is ready, and end well before the service's results do. */
const SERVICE_MS = [40_000, 45_000] as const;
const BEGUN_MS = 35_000;
const PATIENCE_MS = 120_000;

let site = 0;

const openPage = async (bench: Bench, page: string): Promise<Tab> => {
  const url = `https://jobs-${++site}.test/`;
  await bench.sandbox.serve([[url, page]]);
  const tab = await (await bench.browser('solvent')).tab();
  await tab.goto(url);
  return tab;
};

/** Resolves once the function gives true. */
const within = async (ms: number, what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + ms; !(await isSo()); await sleep(200))
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
};

const answersOf = async (tab: Tab, widgets: number): Promise<{ token: string; at: number }[]> => {
  const answers = async () => (await tab.run(() => window.answers)) ?? [];
  await within(PATIENCE_MS, 'callbacks', async () => (await answers()).length === widgets);
  return answers();
};

/** 200 jobs over 50 tabs through one worker: all end, it stays small, and the callbacks come as soon as ever. */
export async function* jobs(bench: Bench): AsyncGenerator<Figure> {
  await bench.sandbox.addSites(KEYS);
  await bench.sandbox.solveBetween(...SERVICE_MS);
  const tabs: Tab[] = [];
  const count = bench.runs(TABS);
  const jobs = count * WIDGETS;
  while (tabs.length < count) {
    const tab = await openPage(bench, severalOnDemand(KEYS));
    await tab.until(() => (window as unknown as { isLoaded?: boolean }).isLoaded, 'the vendor');
    tabs.push(tab);
  }
  const before = (await bench.sandbox.created()).length;
  for (const tab of tabs) await tab.run(() => (window as unknown as { draw(): void }).draw());
  // So that all are at work at once.
  await within(BEGUN_MS, 'all tasks at work', async () => (await bench.sandbox.created()).length - before === jobs);
  const heap = await workerHeap(await bench.browser('solvent'));
  const answers = (await Promise.all(tabs.map((tab) => answersOf(tab, WIDGETS)))).flat();
  const tasks = new Map((await bench.sandbox.tasks()).map((task) => [task.token, task]));
  const delays = answers.map(({ token, at }) => at - (tasks.get(token)?.readyAt ?? Number.NaN));
  for (const tab of tabs) await tab.close();
  const bar = INTERVAL_MS + SLACK_MS;
  yield alone(
    { figure: `answer ready to callback, ${jobs} jobs over ${count} tabs`, unit: 'ms' },
    delays,
    `p95 <= ${bar} ms`,
    () => p95(delays) <= bar,
  );
  const figure = `worker's JS heap, ${jobs} jobs at work`;
  yield alone({ figure, unit: 'MB' }, [heap], `<= ${HEAP_MB} MB`, ({ max }) => max <= HEAP_MB);
}

/** From the worker's end to the callback of an answer that was ready all along, less the wait for the next poll. */
export async function* recovery(bench: Bench): AsyncGenerator<Figure> {
  await bench.sandbox.addSites(KEYS);
  const samples: number[] = [];
  const { cdp } = await bench.browser('solvent');
  await bench.sandbox.solveBetween(3000, 3000);
  for (let run = 0; run < bench.runs(10); run += 1) {
    const tab = await openPage(bench, severalWidgets(KEYS.slice(0, 1)));
    // Past the first poll, and stopped until the answer and the next poll are due.
    await sleep(3500);
    await stopWorker(cdp);
    const stoppedAt = Date.now();
    const [answer] = await answersOf(tab, 1);
    const task = (await bench.sandbox.tasks()).find(({ token }) => token === answer?.token);
    const due = Math.max(stoppedAt, task?.readyAt ?? stoppedAt);
    if (answer) samples.push(Math.max(0, answer.at - due));
    await tab.close();
  }
  const bar = INTERVAL_MS + RECOVERY_MS;
  yield alone(
    { figure: 'worker stopped to callback, the next poll included', unit: 'ms' },
    samples,
    `max <= ${bar} ms`,
    ({ max }) => max <= bar,
  );
}
