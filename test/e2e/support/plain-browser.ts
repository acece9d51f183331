import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from 'playwright';
import { executablePath } from './browser.ts';

export interface PlainBrowser {
  context: BrowserContext;
  /** Origin of the extension's pages. */
  extension: string;
  close(): Promise<void>;
}

/**
 * A browser as a person starts it, without what Playwright changes: there every tab is taken for the one in front. On
 * the profile of an earlier one it is that browser, started again.
 */
export async function startPlain(options: {
  folder: string;
  resolverRules: string;
  profile?: string;
}): Promise<PlainBrowser> {
  const own = options.profile === undefined ? await mkdtemp(join(tmpdir(), 'solvent-plain-')) : null;
  const program = spawn(
    executablePath() ?? chromium.executablePath(),
    [
      `--user-data-dir=${options.profile ?? own}`,
      `--disable-extensions-except=${options.folder}`,
      `--load-extension=${options.folder}`,
      `--host-resolver-rules=${options.resolverRules}`,
      '--headless=new',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--no-proxy-server',
      '--ignore-certificate-errors',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(program), { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('startPlain: no context');
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    // `origin` of such an address is "null" in Node.
    extension: worker.url().replace(/\/[^/]*$/, ''),
    async close() {
      const ended = once(program, 'exit');
      program.kill();
      await ended;
      if (own !== null) await rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Where the browser takes commands: it says so once, on its error output, which is read to the end of its days. */
const addressOf = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    program.on('exit', () => reject(new Error('startPlain: the browser ended before it listened')));
    if (!program.stderr) return reject(new Error('startPlain: no output to read'));
    createInterface(program.stderr).on('line', (line) => {
      const address = /^DevTools listening on (\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
