import { type Arm, type Browser, openBrowser } from './browser.ts';
import { PLAIN_PAGES, SITE_KEY } from './pages.ts';
import { type BenchSandbox, openSandbox } from './sandbox.ts';
import type { Tab } from './tab.ts';

/** What every figure is measured with: one sandbox, one browser an arm, both kept until the end. */
export interface Bench {
  readonly sandbox: BenchSandbox;
  browser(arm: Arm): Promise<Browser>;
  /** One of its own, which the caller closes. */
  another(arm: Arm): Promise<Browser>;
  /** How often to measure where `usual` is enough on an ordinary run. */
  runs(usual: number): number;
  close(): Promise<void>;
}

const KEY = 'bench-key';
const PRESET = {
  service: 'capmonster',
  key: KEY,
  // The usual limits would end the benchmark; the one on jobs at once on a site stays as it is.
  budgets: { perDay: 100_000, moneyPerDay: 100_000, perSiteHour: 100_000, atOnce: 1000 },
};

export const openBench = async (runs: Bench['runs']): Promise<Bench> => {
  const sandbox = await openSandbox();
  const { resolverRules } = await sandbox.place();
  await sandbox.serve(PLAIN_PAGES);
  await sandbox.addKey(KEY);
  await sandbox.addSites([SITE_KEY]);
  const browsers = new Map<Arm, Promise<Browser>>();
  const another = (arm: Arm) => openBrowser(arm, { resolverRules, preset: PRESET });
  const browser = (arm: Arm): Promise<Browser> => {
    const open = browsers.get(arm) ?? another(arm);
    browsers.set(arm, open);
    return open;
  };
  return {
    sandbox,
    browser,
    another,
    runs,
    async close() {
      for (const open of browsers.values()) await (await open).close();
      await sandbox.close();
    },
  };
};

/** Samples every arm `runs` times, the arms in turn and the order reversed each time: ABBA. */
export const interleave = async <A extends Arm, Sample>(
  arms: readonly A[],
  runs: number,
  sample: (arm: A) => Promise<Sample>,
): Promise<Record<A, Sample[]>> => {
  const samples = Object.fromEntries(arms.map((arm) => [arm, [] as Sample[]])) as Record<A, Sample[]>;
  for (let run = 0; run < runs; run += 1)
    for (const arm of run % 2 ? arms.toReversed() : arms) samples[arm].push(await sample(arm));
  return samples;
};

/**
 * A tab each in browsers that are started for this alone. A browser keeps the speed that it came up with: two that are
 * alike differ by some percent until they are closed.
 */
export const withTabs = async <A extends Arm, Result>(
  bench: Bench,
  arms: readonly A[],
  run: (tabs: Record<A, Tab>) => Promise<Result>,
): Promise<Result> => {
  const browsers = await Promise.all(arms.map((arm) => bench.another(arm)));
  try {
    const tabs = await Promise.all(browsers.map(async (browser, index) => [arms[index], await browser.tab()] as const));
    return await run(Object.fromEntries(tabs) as Record<A, Tab>);
  } finally {
    for (const browser of browsers) await browser.close();
  }
};
