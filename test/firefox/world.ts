import type { Page } from 'puppeteer-core';
import { startSandbox } from '../sandbox/index.ts';
import { serveCatalogue } from '../sandbox/pages/catalogue.ts';
import type { Sandbox } from '../sandbox/types.ts';
import { faultsOf, startsOf, stopEventPage } from './event-page.ts';
import { EXTENSION_ID, launch } from './launch.ts';
import { startProxy } from './proxy.ts';
import { until } from './until.ts';

const KEY = 'firefox-key';
const budgets = { perDay: 1_000, moneyPerDay: 100, perSiteHour: 1_000, atOnce: 50, atOncePerSite: 50 };

export interface WorldOptions {
  path: string;
  idleMs?: number;
  /** The service is one on this computer, by plain HTTP. */
  custom?: boolean;
}

export interface World {
  sandbox: Sandbox;
  extension: string;
  /** Opens a page of the sandbox, or of the extension, in a tab of its own. */
  open(url: string): Promise<Page>;
  /** Stops the event page. */
  stop(): Promise<void>;
  /** How often the event page has started since the case began. */
  starts(): number;
  creates(): number;
  /** Ready for the next case: nothing open, nothing noted. */
  begin(): Promise<void>;
  /** What pages and the event page complained of since the case began. */
  noise(): string[];
  close(): Promise<void>;
}

/** A sandbox, the way there, and a Firefox with Solvent. */
export async function openWorld({ path, idleMs, custom = false }: WorldOptions): Promise<World> {
  const sandbox = await startSandbox({ seed: 1_000 });
  serveCatalogue(sandbox);
  const { capmonster } = sandbox.services;
  capmonster.addKey(KEY, 10);
  const proxy = await startProxy(sandbox.port);
  const service = custom ? { service: 'custom', address: capmonster.origin } : { service: 'capmonster' };
  const around = async () => {
    proxy.close();
    await sandbox.close();
  };
  const launched = await launch({
    path,
    proxyPort: proxy.port,
    preset: { ...service, key: KEY, budgets },
    idleMs,
  }).catch(async (error: unknown) => {
    await around();
    throw error;
  });
  const { browser, extension, debuggerPort } = launched;
  let noise: string[] = [];
  let pages: Page[] = [];
  return {
    sandbox,
    extension,
    async open(url) {
      const page = await browser.newPage();
      pages.push(page);
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) noise.push(`${url}: ${message.text()}`);
      });
      page.on('pageerror', (error) => noise.push(`${url}: ${error}`));
      const there = page.goto(url);
      if (!url.startsWith(extension)) await there;
      else {
        // Firefox does not tell when a page of an extension has loaded; it can be asked.
        there.catch(() => undefined);
        await until(`${url} loaded`, () =>
          page
            .evaluate(() => document.URL)
            .then(
              (at) => at === url,
              () => false,
            ),
        );
      }
      return page;
    },
    async stop() {
      const before = startsOf(sandbox);
      // Where a listener is still at work Firefox waits once, and wants to be asked again.
      await until(
        'end of the event page',
        async () => (await stopEventPage(debuggerPort, EXTENSION_ID)) || startsOf(sandbox) > before,
      );
    },
    starts: () => startsOf(sandbox),
    creates: () => capmonster.requests.filter(({ path: asked }) => asked.endsWith('/createTask')).length,
    async begin() {
      for (const page of pages) await page.close();
      pages = [];
      capmonster.reset();
      capmonster.solveAfterMs = 100;
      sandbox.recaptcha.variant = null;
      sandbox.arkose.reset();
      sandbox.arkose.variant = { callback: 'later' };
      sandbox.images.reset();
      sandbox.sites.requests.length = 0;
      noise = [];
    },
    noise: () => [...noise, ...faultsOf(sandbox).map((fault) => `event page: ${fault}`)],
    async close() {
      await launched.close();
      await around();
    },
  };
}

/** The preset is read when the event page starts; what a page asks before waits for it. */
export const installed = (world: World): Promise<number> =>
  until('start of the event page', () => world.starts() || false);
