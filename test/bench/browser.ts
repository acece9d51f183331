import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromium } from 'playwright';
import { executablePath } from '../e2e/support/browser.ts';
import { type Cdp, connect } from './cdp.ts';
import { openTab, sleep, type Tab } from './tab.ts';
import { workers } from './worker.ts';

const PATIENCE_MS = 10_000;

/** `empty` is an extension whose one content script does nothing: what any isolated world costs. */
export type Arm = 'none' | 'empty' | 'solvent';

export interface Browser {
  readonly version: string;
  readonly cdp: Cdp;
  /** Speaks to one target. */
  session(id: string): Cdp;
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

export const BUILT = new URL('../../.output/chrome-mv3/', import.meta.url).pathname;

const EMPTY = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  content_scripts: [
    {
      matches: ['http://*/*', 'https://*/*'],
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
      run_at: 'document_start',
      js: ['empty.js'],
    },
  ],
};

const layExtension = async (arm: Arm, folder: string, preset: unknown): Promise<string[]> => {
  if (arm === 'none') return ['--disable-extensions'];
  await mkdir(folder);
  if (arm === 'empty') {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(EMPTY));
    await writeFile(join(folder, 'empty.js'), 'void 0;\n');
  } else {
    await cp(BUILT, folder, { recursive: true });
    if (preset !== undefined) await writeFile(join(folder, 'preset.json'), JSON.stringify(preset));
  }
  return [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
};

const flags = (profile: string, resolverRules: string): string[] => [
  '--headless=new',
  '--no-sandbox',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  `--host-resolver-rules=${resolverRules}`,
  '--ignore-certificate-errors',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  '--disable-features=DisableLoadExtensionCommandLineSwitch,Translate,MediaRouter,OptimizationHints',
  // The page before would stay in memory and, its process with it, in the figures.
  '--disable-back-forward-cache',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--no-first-run',
  '--no-default-browser-check',
  'about:blank',
];

/** A browser that could not load the extension would do very well. */
const workerOf = async (cdp: Cdp): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) if ((await workers(cdp)).length) return;
  throw new Error('The extension does not start. Has it been built?');
};

/**
 * Starts a Chromium and speaks to it directly: Playwright puts an isolated world of its own into every frame, which
 * costs as much as what is to be measured.
 */
export const openBrowser = async (
  arm: Arm,
  { resolverRules, preset }: { resolverRules: string; preset?: unknown },
): Promise<Browser> => {
  const root = await mkdtemp(join(tmpdir(), 'solvent-bench-'));
  const extension = await layExtension(arm, join(root, 'extension'), preset);
  const path = executablePath() ?? chromium.executablePath();
  const child = spawn(path, [...extension, ...flags(join(root, 'profile'), resolverRules)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const { session } = connect(output, input);
  const cdp = session('');
  const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
  if (arm === 'solvent') await workerOf(cdp);
  return {
    version: product.replace('HeadlessChrome', 'Chrome').replace('Chrome/', 'Chromium '),
    cdp,
    session,
    tab: () => openTab(cdp, session),
    async close() {
      await cdp.send('Browser.close').catch(() => undefined);
      await exited;
      await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
