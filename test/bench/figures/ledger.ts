import type { openLedger } from '../../../utils/ledger/store.ts';
import type { Bench } from '../bench.ts';
import { alone, type Figure } from '../figure.ts';
import { fillLedger, LEDGER, ledgerScript } from '../ledger-code.ts';
import type { Tab } from '../tab.ts';
import { workers } from '../worker.ts';

const ENTRIES = 100_000;
const DAYS = 90;
const PAGE = 25;

declare global {
  interface Window {
    [LEDGER]: { openLedger: typeof openLedger };
    ledger: ReturnType<typeof openLedger>;
  }
}

/** A page of the extension that runs nothing of its own, with the ledger's code in it. */
const openPage = async (bench: Bench): Promise<Tab> => {
  const browser = await bench.browser('solvent');
  const [worker] = await workers(browser.cdp);
  const tab = await browser.tab();
  await tab.goto(new URL('/manifest.json', worker?.url).href);
  // As in the extension: its schema library compiles nothing where that is forbidden.
  await tab.cdp.send('Runtime.evaluate', { expression: await ledgerScript(), allowUnsafeEvalBlockedByCSP: false });
  await tab.run(() => {
    window.ledger = window.solventLedger.openLedger();
    return window.ledger.days('2000-01-01', '2000-01-01');
  });
  return tab;
};

/** Each stands alone in the page, and gives the ms that it took. */
const CASES: { name: string; by: 'median' | 'p95'; bar: number; run(size: number, days: number): Promise<number> }[] = [
  {
    name: "a day's sum",
    by: 'p95',
    bar: 20,
    run: async () => {
      const today = new Date().toLocaleDateString('sv');
      const before = performance.now();
      const rows = await window.ledger.days(today, today);
      if (!rows.length) throw new Error('no sums of today');
      return performance.now() - before;
    },
  },
  {
    name: 'the newest page',
    by: 'p95',
    bar: 50,
    run: async (size) => {
      const before = performance.now();
      const { entries } = await window.ledger.page({}, size);
      if (entries.length !== size) throw new Error('no full page');
      return performance.now() - before;
    },
  },
  {
    name: 'a page in the middle, one site, one service, not solved',
    by: 'p95',
    bar: 50,
    run: async (size, days) => {
      const filter = { service: 'anticaptcha', site: 'site-12.example', outcome: 'failed' } as const;
      const before = performance.now();
      const { entries } = await window.ledger.page(filter, size, [Date.now() - (days / 2) * 86_400_000, '']);
      if (entries.length !== size) throw new Error('no full page');
      return performance.now() - before;
    },
  },
  {
    name: 'the last page, one service',
    by: 'p95',
    bar: 50,
    run: async (size, days) => {
      const before = performance.now();
      await window.ledger.page({ service: 'capkill' }, size, [Date.now() - (days - 0.01) * 86_400_000, '']);
      return performance.now() - before;
    },
  },
  {
    name: 'one more entry, with the sum of its day',
    // On the disk when it resolves, and nobody waits for it.
    by: 'median',
    bar: 50,
    run: async () => {
      const { entries } = await window.ledger.page({}, 1);
      const [last] = entries;
      if (!last) throw new Error('no entry');
      const before = performance.now();
      await window.ledger.put({ ...last, job: crypto.randomUUID(), at: Date.now() });
      return performance.now() - before;
    },
  },
];

/** The ledger's own code over 100,000 entries of 90 days, in a page of the extension: IndexedDB as it is on disk. */
export async function* ledger(bench: Bench): AsyncGenerator<Figure> {
  const tab = await openPage(bench);
  await tab.run(fillLedger, ENTRIES, DAYS);
  for (const of of CASES) {
    const samples: number[] = [];
    for (let run = 0; run < bench.runs(40); run += 1) samples.push(await tab.run(of.run, PAGE, DAYS));
    const head = { figure: `ledger of ${ENTRIES} entries: ${of.name}`, unit: 'ms' };
    yield alone(head, samples, `${of.by} < ${of.bar} ms`, (stats) => stats[of.by] < of.bar);
  }
  await tab.run(() => window.ledger.clear());
  await tab.close();
}
