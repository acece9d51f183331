import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, CDPSession, Worker } from 'playwright';
import {
  type CopyOptions,
  copyExtension,
  FRAMES_TOGETHER,
  type Launched,
  makeRoot,
  removeRoot,
  startBrowser,
} from './browser.ts';

/**
 * One browser for many tests, one after another: to start and end one takes longer than most tests. Each test installs
 * a copy of the extension of its own, which is turned off again: to remove it takes the browser a second, most of it
 * spent on menu entries that it never had. A copy's id comes from its folder, so that storage, ledger, alarms and worker
 * are never those of an earlier test. What the pages left behind is cleared.
 */
export interface SharedBrowser {
  install(options: CopyOptions): Promise<Launched>;
  close(): Promise<void>;
}

/** Frames of other sites in processes of their own, as a person's browser has them, or all in one, which is half the work. */
export type Frames = 'apart' | 'together';

const SWITCH = fileURLToPath(new URL('switch/', import.meta.url));

interface Running {
  root: string;
  context: BrowserContext;
  session: CDPSession;
  /** Of the extension that turns others off. */
  turner: Worker;
  ended: boolean;
}

export function openShared(resolverRules: string, frames: Frames): SharedBrowser {
  let running: Promise<Running> | undefined;
  let copies = 0;

  async function start(): Promise<Running> {
    const root = await makeRoot();
    const args = ['--enable-unsafe-extension-debugging', ...(frames === 'together' ? FRAMES_TOGETHER : [])];
    const context = await startBrowser(root, { resolverRules, args });
    const browser = context.browser();
    if (!browser) throw new Error('openShared: no browser to speak to');
    const session = await browser.newBrowserCDPSession();
    const [turner] = await Promise.all([context.waitForEvent('serviceworker'), load(session, SWITCH)]);
    const state = { root, context, session, turner, ended: false };
    context.once('close', () => {
      state.ended = true;
    });
    return state;
  }

  async function end({ root, context }: Running): Promise<void> {
    running = undefined;
    await context.close();
    await removeRoot(root);
  }

  return {
    async install(options) {
      running ??= start();
      const current = await running;
      const { root, context, session, turner } = current;
      const folder = join(root, `extension-${++copies}`);
      await copyExtension(folder, options);
      const started = context.waitForEvent('serviceworker');
      const [{ id }] = await Promise.all([load(session, folder), started]);
      return {
        context,
        folder,
        async close() {
          // A test that ends the browser leaves the next one a new one.
          if (current.ended) return end(current);
          await closePages(context);
          await turner.evaluate((each) => chrome.management.setEnabled(each, false), id);
          await clear(context);
          await rm(folder, { recursive: true });
        },
      };
    },
    async close() {
      if (running) await end(await running);
    },
  };
}

/** Playwright's types do not know this part of the protocol. */
const load = (session: CDPSession, path: string): Promise<{ id: string }> =>
  session.send('Extensions.loadUnpacked' as never, { path } as never) as unknown as Promise<{ id: string }>;

/** All but one that no test has used, without which the browser would end. */
async function closePages(context: BrowserContext): Promise<void> {
  const old = context.pages();
  const empty = old.find((page) => page.url() === 'about:blank') ?? (await context.newPage());
  await Promise.all(old.filter((page) => page !== empty).map((page) => page.close()));
}

/** What sites have stored, and what they were allowed. */
async function clear(context: BrowserContext): Promise<void> {
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.unrouteAll()]);
  const [page] = context.pages();
  if (!page) throw new Error('openShared: no page is left');
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.detach();
}
