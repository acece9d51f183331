import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import { startSandbox } from '../../sandbox/index.ts';
import { serveCatalogue } from '../../sandbox/pages/catalogue.ts';
import type { Sandbox } from '../../sandbox/types.ts';
import { type CopyOptions, type Launched, type LaunchOptions, launch } from './browser.ts';
import { type Canary, watchCanary } from './canary.ts';
import { expect } from './expect.ts';
import { type Frames, openShared, type SharedBrowser } from './shared-browser.ts';

/** A token callback as the sandbox's pages record it. */
export interface PageCall {
  name: string;
  token: string;
  at: number;
}

export interface World {
  sandbox: Sandbox;
  context: BrowserContext;
  canary: Canary;
  /** A part of every account's key, and CapMonster's: see `keyAt`. */
  key: string;
  /** Origin of the extension's pages. */
  extension: string;
  worker(): Promise<Worker>;
  /** Opens a page of the sandbox. */
  open(url: string): Promise<Page>;
  /** Opens the popup in a tab of its own, as it would open over `over`. */
  popup(over?: Page): Promise<Page>;
  /** A tab at the extension's origin that runs nothing of ours, so that it wakes no worker. Kept for the test. */
  bare(): Promise<Page>;
  creates(): number;
}

interface Options {
  /**
   * Of preset.json; null: none. Each service's `key` is filled in, and known there with 10 USD. Where no service is named
   * it is a custom one on this computer, which does not let itself be waited for: CapMonster's, at its other address.
   */
  preset: Record<string, unknown> | string | null;
  /** False for tests that make noise on purpose. */
  quiet: boolean;
  /** False: the extension's content scripts are taken out of its manifest, as if it were not there at page load. */
  atPageLoad: boolean;
  /** True for tests that end their browser or start it again: it is theirs alone. */
  ownBrowser: boolean;
  /** More about how the browser is started, which is then the test's alone. */
  launching: Pick<LaunchOptions, 'args' | 'ownView' | 'without'>;
}

export const test = base.extend<
  Options & { world: World; launched: Launched },
  { sandbox: Sandbox; shared: SharedBrowser; frames: Frames }
>({
  preset: [{}, { option: true }],
  quiet: [true, { option: true }],
  atPageLoad: [true, { option: true }],
  ownBrowser: [false, { option: true }],
  launching: [{}, { option: true }],

  sandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form.
    async ({}, use, worker) => {
      const sandbox = await startSandbox({ seed: 1000 + worker.parallelIndex, solveAfterMs: 300 });
      serveCatalogue(sandbox);
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  // 'apart' for tests whose outcome could lie in where a vendor's frame runs.
  frames: ['together', { option: true, scope: 'worker' }],

  shared: [
    async ({ sandbox, frames }, use) => {
      const shared = openShared(sandbox.resolverRules, frames);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],

  launched: async ({ sandbox, shared, preset, atPageLoad, ownBrowser, launching }, use, info) => {
    const key = keyOf(info.testId);
    for (const service of Object.values(sandbox.services)) {
      service.addKey(keyAt(key, service.id), 10);
      service.addKey(keyAt(key, 'custom'), 10);
    }
    const filled = preset && typeof preset === 'object' ? withKeys(preset, key, sandbox) : preset;
    const copy: CopyOptions = {
      ...(filled !== null && { preset: filled }),
      ...(!atPageLoad && { manifest: (manifest) => delete manifest['content_scripts'] }),
    };
    const { resolverRules } = sandbox;
    const launched = await (ownBrowser || Object.keys(launching).length
      ? launch({ ...launching, resolverRules, ...copy })
      : shared.install(copy));
    await use(launched);
    await launched.close();
    // Nor do connections pass from one test to the next: a request is sent again when a used one breaks.
    sandbox.hangUp();
  },

  world: async ({ sandbox, launched, quiet }, use, info) => {
    const { context } = launched;
    const key = keyOf(info.testId);
    sandbox.recaptcha.variant = null;
    sandbox.recaptcha.tokenLifetimeMs = 120_000;
    sandbox.arkose.reset();
    for (const each of Object.values(sandbox.services)) {
      each.reset();
      each.solveAfterMs = 100;
    }
    const service = sandbox.services.capmonster;
    sandbox.sites.requests.length = 0;
    sandbox.sites.submissions.length = 0;
    sandbox.images.reset();
    const canary = await watchCanary(context, sandbox, key);
    const worker = async () =>
      context.serviceWorkers().find((each) => each.url().includes('background')) ??
      (await context.waitForEvent('serviceworker'));
    // `origin` of such an address is "null" in Node.
    const extension = (await worker()).url().replace(/\/[^/]*$/, '');
    await settled(await worker());
    const bareUrl = `${extension}/icon/16.png`;
    let kept: Promise<Page> | undefined;
    const bare = () => {
      kept ??= openBare(context, bareUrl);
      return kept;
    };
    await use({
      sandbox,
      context,
      canary,
      key,
      extension,
      worker,
      async open(url) {
        const page = await context.newPage();
        await page.goto(url);
        return page;
      },
      bare,
      async popup(over) {
        const page = await context.newPage();
        // Asked from a page that runs nothing of ours: the worker may be stopped, and is to be woken by the popup.
        if (over) await page.goto(bareUrl);
        const tabId = over && (await tabIdOf(page, over));
        await page.goto(`${extension}/popup.html${tabId === undefined ? '' : `?tabId=${tabId}`}`);
        return page;
      },
      creates: () => service.requests.filter(({ path }) => path.endsWith('/createTask')).length,
    });
    const leaks = await canary.leaks();
    await canary.stop();
    expect(leaks, 'places where the key was seen').toEqual([]);
    if (quiet) expect(canary.noise, 'console lines and errors of pages').toEqual([]);
  },
});

export { expect };

/** Unlike any other text, so that finding it proves a leak. */
const keys = new Map<string, string>();
function keyOf(testId: string): string {
  const key = keys.get(testId) ?? `canary-${randomUUID()}`;
  keys.set(testId, key);
  return key;
}

/** The key of a service's account: each service has its own, and all hold the one that is searched for in pages. */
export const keyAt = (key: string, service: unknown): string => (service === 'capmonster' ? key : `${key}-${service}`);

function withKeys(
  preset: Record<string, unknown>,
  key: string,
  { services }: Pick<Sandbox, 'services'>,
): Record<string, unknown> {
  const { others } = preset as { others?: Record<string, unknown>[] };
  const full = (account: Record<string, unknown>) => ({
    ...(account['service'] === undefined && { service: 'custom', address: services.capmonster.origin }),
    key: keyAt(key, account['service'] ?? 'custom'),
    ...account,
  });
  return { ...full(preset), ...(others && { others: others.map(full) }) };
}

/** The preset is read when the worker starts. */
async function settled(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    while (!(await chrome.storage.local.get('preset'))['preset'])
      await new Promise((resolve) => setTimeout(resolve, 10));
  });
}

async function openBare(context: BrowserContext, url: string): Promise<Page> {
  const shown = context.pages().at(-1);
  const page = await context.newPage();
  await page.goto(url);
  // What the person looked at is in front still.
  await shown?.bringToFront();
  return page;
}

async function tabIdOf(asking: Page, page: Page): Promise<number | undefined> {
  return asking.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id, page.url());
}

/** What the page's callbacks were called with so far. */
export const callsOf = (page: Page): Promise<PageCall[]> =>
  page.evaluate(() => (window as unknown as { calls: PageCall[] }).calls);

/** Waits until the page's callbacks were called `count` times. */
export async function solved(page: Page, count = 1): Promise<PageCall[]> {
  // Asked within the page, as each question from here costs as much as many there.
  await page
    .waitForFunction(answersIn, count, { timeout: 20_000, polling: 50 })
    // How many there were is told below.
    .catch(() => undefined);
  const answers = (await callsOf(page)).filter(isAnswer);
  expect(answers.length, 'answers that the page was given').toBe(count);
  return answers;
}

const isAnswer = ({ name }: PageCall): boolean => name === 'solved' || name === 'isolated';

/** Runs in the page. */
function answersIn(count: number): boolean {
  const { calls } = window as unknown as { calls?: PageCall[] };
  return calls?.filter(({ name }) => name === 'solved' || name === 'isolated').length === count;
}

/** Stops the extension's worker as the browser would, and waits until it is gone. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  const page = context.pages()[0];
  const session = browser ? await browser.newBrowserCDPSession() : page && (await context.newCDPSession(page));
  if (!session) throw new Error('stopWorker: no page to speak through');
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter(
    // Not the one that a shared browser turns extensions off with.
    ({ type, url }) => type === 'service_worker' && /^chrome-extension:.*background/.test(url),
  );
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}
