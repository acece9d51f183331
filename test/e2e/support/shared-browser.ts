import { mkdir, rm, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { BrowserContext, CDPSession } from 'playwright';
import { type CopyOptions, copyExtension, type Launched, makeRoot, removeRoot, startBrowser } from './browser.ts';

/**
 * One browser for many tests, one after another: to start and end one takes longer than most tests. Each test installs
 * a copy of the extension of its own and removes it again. A copy's id comes from its folder, so that storage, ledger,
 * alarms and worker are never those of an earlier test. What the pages left behind is cleared.
 */
export interface SharedBrowser {
  install(options: CopyOptions): Promise<Launched>;
  close(): Promise<void>;
}

interface Running {
  root: string;
  context: BrowserContext;
  session: CDPSession;
  ended: boolean;
}

export function openShared(resolverRules: string): SharedBrowser {
  let running: Promise<Running> | undefined;
  let copies = 0;

  async function start(): Promise<Running> {
    const root = await makeRoot();
    const args = ['--enable-unsafe-extension-debugging'];
    const context = await startBrowser(root, { resolverRules, args, env: await envWithoutDesktop(root) });
    const browser = context.browser();
    if (!browser) throw new Error('openShared: no browser to speak to');
    const state = { root, context, session: await browser.newBrowserCDPSession(), ended: false };
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
      const { root, context, session } = current;
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
          await session.send('Extensions.uninstall' as never, { id } as never);
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

/**
 * With each extension that goes, Chromium on Linux looks for its icons and menu entries in the person's home: seventy
 * processes of two shell scripts, more work than the test itself.
 */
async function envWithoutDesktop(root: string): Promise<NodeJS.ProcessEnv> {
  const { PATH = '' } = process.env;
  if (process.platform !== 'linux') return { ...process.env };
  const folder = join(root, 'no-desktop');
  await mkdir(folder);
  for (const name of ['xdg-icon-resource', 'xdg-desktop-menu']) await symlink('/bin/true', join(folder, name));
  return { ...process.env, PATH: `${folder}${delimiter}${PATH}` };
}

/** Playwright's types do not know this part of the protocol. */
const load = (session: CDPSession, path: string): Promise<{ id: string }> =>
  session.send('Extensions.loadUnpacked' as never, { path } as never) as unknown as Promise<{ id: string }>;

/** All but a new one, without which the browser would end. */
async function closePages(context: BrowserContext): Promise<void> {
  const old = context.pages();
  await context.newPage();
  await Promise.all(old.map((page) => page.close()));
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
