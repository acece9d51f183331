import type { Bench } from '../bench.ts';
import { quiet } from '../cpu.ts';
import { alone, type Figure } from '../figure.ts';
import { declarative, onDemand } from '../pages.ts';
import { sleep, type Tab } from '../tab.ts';
import { keepStopped, stopWorker, workers } from '../worker.ts';

const PATIENCE_MS = 10_000;

declare global {
  interface Window {
    draw?(): void;
    shown?: number;
  }
}

interface Case {
  name: string;
  runs: number;
  bar: number;
  html: string;
  /** Before the page is loaded. */
  before(bench: Bench): Promise<void>;
  /** Draws the widget, where the page does not. */
  draw?(bench: Bench, tab: Tab): Promise<void>;
}

/** A worker that has had nothing to do for half a minute is stopped by the browser. */
const awake = async (bench: Bench): Promise<void> => {
  const { cdp } = await bench.browser('solvent');
  if (!(await workers(cdp)).length) await sample(bench, WAKES);
  if (!(await workers(cdp)).length) throw new Error('The worker should be running.');
};

const draw = async (tab: Tab): Promise<void> => {
  await tab.run(() => window.draw?.());
};

const CASES: Case[] = [
  { name: 'worker warm, drawn at load', runs: 25, bar: 50, html: declarative(), before: awake },
  {
    name: 'worker warm, drawn later',
    runs: 25,
    bar: 50,
    html: onDemand(),
    before: awake,
    draw: (_, tab) => draw(tab),
  },
  {
    name: 'worker stopped, drawn at load',
    runs: 15,
    bar: 150,
    html: declarative(),
    before: async (bench) => keepStopped((await bench.browser('solvent')).cdp),
  },
  {
    name: 'worker stopped, drawn at that moment',
    runs: 15,
    bar: 150,
    html: onDemand(),
    before: awake,
    draw: async (bench, tab) => {
      await stopWorker((await bench.browser('solvent')).cdp);
      await draw(tab);
    },
  },
];

const WAKES: Case = { name: 'wakes the worker', runs: 1, bar: 0, html: declarative(), before: async () => undefined };

const createdFor = async (bench: Bench, url: string): Promise<number> => {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const request = (await bench.sandbox.created()).find((created) => created.url === url);
    if (request) return request.at;
    await sleep(20);
  }
  throw new Error(`No createTask for ${url}`);
};

// A site is used once: a second widget of the same kind and key would be given the answer of the first.
let site = 0;

const sample = async (bench: Bench, of: Case): Promise<number> => {
  const url = `https://noticed-${++site}.test/`;
  await bench.sandbox.serve([[url, of.html]]);
  const tab = await (await bench.browser('solvent')).tab();
  await of.before(bench);
  await quiet();
  await tab.goto(url);
  if (of.draw) {
    await tab.until(() => 'isLoaded' in window, 'the vendor script');
    await sleep(200);
    await quiet();
    await of.draw(bench, tab);
  }
  const createdAt = await createdFor(bench, url);
  const shownAt = (await tab.run(() => window.shown)) ?? Number.NaN;
  await tab.close();
  return createdAt - shownAt;
};

/** From the widget's frame in the document (the page's clock) to createTask at the service (the sandbox's: the same). */
export async function* noticed(bench: Bench): AsyncGenerator<Figure> {
  await bench.sandbox.solveBetween(0, 0);
  for (const of of CASES) {
    const samples: number[] = [];
    for (let run = 0; run < bench.runs(of.runs); run += 1) samples.push(await sample(bench, of));
    const head = { figure: `widget drawn to createTask, ${of.name}`, unit: 'ms' };
    yield alone(head, samples, `p95 < ${of.bar} ms`, ({ p95 }) => p95 < of.bar);
  }
}
