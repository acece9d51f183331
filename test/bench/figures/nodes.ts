import { type Bench, interleave, withTabs } from '../bench.ts';
import type { Arm } from '../browser.ts';
import { countCpu, taskTime } from '../cpu.ts';
import { against, beside, type Figure } from '../figure.ts';
import { NODES, NODES_ARMED, NODES_WIDGET } from '../pages.ts';
import { lowerQuartile } from '../stats.ts';
import type { Tab } from '../tab.ts';

const ARMS = ['none', 'solvent'] as const satisfies Arm[];
const STYLES = ['one by one', 'innerHTML', 'in 100 tasks'] as const;
const STARTS = 6;
const RUNS = 8;
const WARM_UP = 1;
const WITH_WIDGET = 'widget there';

const PAGES = [
  { page: 'plain page', url: NODES, ready: () => true },
  { page: 'vendor script there', url: NODES_ARMED, ready: () => typeof window.grecaptcha?.render === 'function' },
  { page: WITH_WIDGET, url: NODES_WIDGET, ready: () => document.querySelector('[src*="/anchor?"]') !== null },
];

declare global {
  interface Window {
    grecaptcha?: { render?: unknown };
  }
}

/** In the page: rows of two nodes each, 100,000 nodes in all, until they and whoever observes them are done. */
const insert = async (style: (typeof STYLES)[number]): Promise<void> => {
  const ROWS = 50_000;
  const here = document.getElementById('here') as HTMLElement;
  const { port1, port2 } = new MessageChannel();
  const nextTask = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const add = (rows: number) => {
    for (let row = 0; row < rows; row += 1) {
      const line = document.createElement('p');
      here.appendChild(line);
      line.appendChild(document.createElement('b'));
    }
  };
  if (style === 'one by one') add(ROWS);
  if (style === 'innerHTML') here.innerHTML = '<p><b></b></p>'.repeat(ROWS);
  if (style === 'in 100 tasks') {
    for (let batch = 0; batch < 100; batch += 1) {
      add(ROWS / 100);
      await nextTask();
    }
  }
  // Observers are called before the next task.
  await nextTask();
};

const insertTime = async (tab: Tab, style: (typeof STYLES)[number]): Promise<number> => {
  await tab.run(() => document.getElementById('here')?.replaceChildren());
  await tab.cdp.send('HeapProfiler.collectGarbage');
  const before = await taskTime(tab);
  await tab.run(insert, style);
  return (await taskTime(tab)) - before;
};

type Samples = Record<(typeof ARMS)[number], number[]>;

/** Every page in every style, in this order. */
const once = async (tabs: Record<(typeof ARMS)[number], Tab>): Promise<Samples[]> => {
  for (const arm of ARMS) {
    await countCpu(tabs[arm]);
    await tabs[arm].cdp.send('HeapProfiler.enable');
  }
  const all: Samples[] = [];
  for (const { page, url, ready } of PAGES) {
    for (const arm of ARMS) {
      await tabs[arm].goto(url);
      await tabs[arm].until(ready, page);
    }
    for (const style of STYLES) {
      await interleave(ARMS, WARM_UP, (arm) => insertTime(tabs[arm], style));
      all.push(await interleave(ARMS, RUNS, (arm) => insertTime(tabs[arm], style)));
    }
  }
  return all;
};

/** Time to insert 100,000 nodes, in several styles, on pages where more and more of Solvent is at work. */
export async function* nodes(bench: Bench): AsyncGenerator<Figure> {
  const rows = PAGES.flatMap(({ page }) =>
    STYLES.map((style) => ({ page, style, none: [] as number[], solvent: [] as number[] })),
  );
  for (let start = 0; start < bench.runs(STARTS); start += 1)
    for (const [index, samples] of (await withTabs(bench, ARMS, once)).entries())
      for (const arm of ARMS) rows[index]?.[arm].push(...samples[arm]);
  for (const { page, style, none, solvent } of rows) {
    const head = { figure: `100,000 nodes ${style}, ${page}`, unit: 'ms CPU' };
    const without = { what: 'no extension', samples: none };
    // The bar is for pages without a captcha; on one that has a widget an agent is at work.
    yield page === WITH_WIDGET
      ? beside(head, solvent, without, lowerQuartile)
      : against(head, solvent, without, 1.02, lowerQuartile);
  }
}
