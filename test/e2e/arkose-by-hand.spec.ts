import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { beginByHand, challengeFrame, solveArkoseByHand, solveButton } from '../sandbox/arkose-by-hand.ts';
import { freshTab, openBrowser, readNames, readTokens, watchProblems } from '../sandbox/by-hand.ts';
import { startSandbox } from '../sandbox/index.ts';
import {
  ARKOSE_ENTRIES,
  ARKOSE_HOST,
  ARKOSE_KEYS,
  type ArkoseEntry,
  serveArkose,
} from '../sandbox/pages/arkose-catalogue.ts';
import type { ArkoseVariant, Sandbox } from '../sandbox/types.ts';

// No extension here: a person with a mouse, to show that the sandbox's pages and client work by themselves.

const VARIANTS: Partial<ArkoseVariant>[] = [
  { callback: 'sync', legacyFields: 'both', frameId: '' },
  { callback: 'later', callbackDelayMs: 200, legacyFields: 'verification-token', frameId: 'enforcementFrame' },
  { callback: 'later', callbackDelayMs: 0, legacyFields: 'fc-token' },
];
const WAIT = { timeout: 20_000 };

let sandbox: Sandbox;
let context: BrowserContext;
let page: Page;
let problems: string[];

test.beforeAll(async () => {
  sandbox = await startSandbox();
  serveArkose(sandbox);
  context = await openBrowser(sandbox);
});

test.afterAll(async () => {
  await context.close();
  await sandbox.close();
});

test.beforeEach(async () => {
  sandbox.arkose.reset();
  sandbox.sites.submissions.length = 0;
  page = await freshTab(context);
  problems = watchProblems(page);
});

const entryOf = (name: string): ArkoseEntry => {
  const found = ARKOSE_ENTRIES.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no page ${name}`);
  return found;
};

const open = async (name: string): Promise<ArkoseEntry> => {
  const entry = entryOf(name);
  await page.goto(entry.url);
  return entry;
};

const waitForCall = (name: string, times = 1) =>
  expect.poll(async () => (await readNames(page)).filter((each) => each === name).length, WAIT).toBe(times);

/** A test could press before the vendor has told the page that there is something to press. */
const showChallenge = async (entry: ArkoseEntry, times = 1): Promise<void> => {
  await beginByHand(page, entry);
  await waitForCall('shown', times);
};

const ready = () => expect.poll(() => readNames(page), WAIT).toContain('ready');

/** Sends a form in the page, and answers with what its server says. */
const send = async (nth = 0): Promise<string[]> => {
  const before = sandbox.sites.submissions.length;
  await page
    .locator('form')
    .nth(nth)
    .evaluate((form: HTMLFormElement) => {
      void fetch('/submit', { method: 'POST', body: new FormData(form) });
    });
  await expect.poll(() => sandbox.sites.submissions.length, WAIT).toBe(before + 1);
  return sandbox.sites.submissions[before]?.errorCodes ?? ['nothing'];
};

/** Where the variants differ most; the others are tried in one each. */
const IN_EACH = new Set(['lightbox', 'legacy-constructor']);

for (const [nth, entry] of ARKOSE_ENTRIES.entries()) {
  for (const [index, variant] of VARIANTS.entries()) {
    if (!IN_EACH.has(entry.name) && index !== nth % VARIANTS.length) continue;
    test(`${entry.name}, variant ${index}`, async () => {
      sandbox.arkose.variant = variant;
      await page.goto(entry.url);
      if (entry.kind === 'current')
        await expect.poll(() => readNames(page), WAIT).toContain(entry.way === 'send' ? 'setup' : 'ready');
      await solveArkoseByHand(page, entry);
      if (entry.way === 'send') await expect(page.locator('#verdict')).toHaveText('accepted', WAIT);
      else {
        await expect.poll(async () => (await readTokens(page)).length, WAIT).toBe(entry.keys.length);
        for (const form of entry.keys.keys()) expect(await send(form)).toEqual([]);
      }
      expect(sandbox.sites.submissions.every(({ success }) => success)).toBe(true);
      expect(sandbox.arkose.sessions.map(({ publicKey }) => publicKey)).toEqual(entry.keys);
      expect(problems).toEqual([]);
    });
  }
}

test('the callbacks come in order, and a used token is refused', async () => {
  const entry = await open('lightbox');
  await ready();
  expect(sandbox.arkose.sessions, 'sessions before run()').toEqual([]);
  await showChallenge(entry);
  await solveButton(page, 'current', entry.keys[0] ?? '').click();
  await waitForCall('hide');
  expect(await readNames(page)).toEqual(['ready', 'show', 'shown', 'solved', 'hide']);
  await expect(solveButton(page, 'current', entry.keys[0] ?? '')).toBeHidden();
  expect(await send()).toEqual([]);
  expect(await send()).toEqual(['used']);
});

test('a suppressed session answers by itself', async () => {
  sandbox.arkose.outcome = 'suppressed';
  const entry = await open('lightbox-blob');
  await ready();
  await beginByHand(page, entry);
  await waitForCall('solved');
  expect(await readNames(page)).toEqual(['ready', 'suppress', 'solved']);
  expect((await readTokens(page))[0]?.split('|')).toContain('sup=1');
  expect(await send()).toEqual([]);
});

test('a person may close the lightbox and open it again, in the same session', async () => {
  const entry = await open('lightbox');
  const { publicKey } = ARKOSE_KEYS.first;
  await ready();
  await showChallenge(entry);
  await challengeFrame(page, 'current', publicKey).locator('#close').click();
  await waitForCall('hide');
  await showChallenge(entry, 2);
  await solveButton(page, 'current', publicKey).click();
  await waitForCall('hide', 2);
  expect(await readNames(page)).toEqual(['ready', 'show', 'shown', 'hide', 'show', 'shown', 'solved', 'hide']);
  expect(sandbox.arkose.sessions).toHaveLength(1);
});

for (const outcome of ['error', 'failed'] as const) {
  test(`${outcome}: the page is told, resets, and the next session can be solved`, async () => {
    sandbox.arkose.outcome = outcome;
    const entry = await open('resets');
    await ready();
    await beginByHand(page, entry);
    if (outcome === 'failed') await solveButton(page, 'current', ARKOSE_KEYS.first.publicKey).click();
    await waitForCall('ready', 2);
    sandbox.arkose.outcome = 'challenged';
    await solveArkoseByHand(page, entry);
    await waitForCall('solved');
    expect(await send()).toEqual([]);
    const names = await readNames(page);
    expect(names.filter((name) => name === outcome || name === 'reset').sort()).toEqual([outcome, 'reset'].sort());
    if (outcome === 'error') expect(names.slice(0, 4)).toEqual(['ready', 'error', 'reset', 'ready']);
  });
}

test('a blob is good for one session: a second one needs a fresh blob', async () => {
  const entry = await open('lightbox-blob');
  await ready();
  await solveArkoseByHand(page, entry);
  await waitForCall('solved');
  await page.evaluate(() => (window as unknown as { enforcement: { reset(): void } }).enforcement.reset());
  await waitForCall('ready', 2);
  await solveArkoseByHand(page, entry);
  await waitForCall('solved', 2);
  expect(await send()).toEqual(['blob-spent']);

  const fresh = await open('refresh-blob');
  await ready();
  await solveArkoseByHand(page, fresh);
  await waitForCall('solved');
  await page.locator('#again').click();
  await waitForCall('refreshed');
  await waitForCall('ready', 2);
  await solveArkoseByHand(page, fresh);
  await waitForCall('solved', 2);
  expect(await send()).toEqual([]);
});

test('a hosted challenge spends its blob as it loads, and tells its parent', async () => {
  await open('hosted-blob');
  await waitForCall('challenge-shown');
  expect(sandbox.arkose.sessions).toMatchObject([
    { by: 'widget', blobFault: undefined, hostname: 'iframe.arkoselabs.com' },
  ]);
  expect(await readNames(page)).toEqual(['challenge-loaded', 'challenge-shown', 'challenge-iframeSize']);
});

test('a legacy form holds an unsolved token from the start; the server refuses it', async () => {
  sandbox.arkose.variant = { legacyFields: 'both' };
  await open('legacy-constructor');
  await waitForCall('loaded');
  // A token's parts come in any order.
  expect((await page.locator('#FunCaptcha-Token').inputValue()).split('|')).toContain(
    `pk=${ARKOSE_KEYS.legacy.publicKey}`,
  );
  expect(await page.locator('#verification-token').inputValue()).not.toBe('');
  expect(await send()).toEqual(['unsolved']);
  const before = await page.locator('#FunCaptcha-Token').inputValue();
  await page.locator('#again').click();
  await expect(page.locator('#FunCaptcha-Token')).not.toHaveValue(before, WAIT);
  await solveButton(page, 'legacy', '').click();
  await waitForCall('solved');
  expect(await send()).toEqual([]);
});

test('prefetched, a lightbox opens its session before anyone asks', async () => {
  sandbox.arkose.variant = { prefetch: 'always' };
  const entry = await open('lightbox-blob');
  await expect.poll(() => sandbox.arkose.sessions.length, WAIT).toBe(1);
  expect(await readNames(page)).toEqual(['ready']);
  await solveArkoseByHand(page, entry);
  await waitForCall('solved');
  expect(await send()).toEqual([]);
  expect(page.url()).toBe(`${ARKOSE_HOST}/lightbox-blob`);
});
