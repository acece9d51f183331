import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { solveButton } from '../sandbox/arkose-by-hand.ts';
import {
  challengeButton,
  checkbox,
  freshTab,
  openBrowser,
  placeOf,
  readNames,
  readTokens,
  solveByHand,
  waitForWidgets,
  watchProblems,
} from '../sandbox/by-hand.ts';
import { startSandbox } from '../sandbox/index.ts';
import { ARKOSE_KEYS } from '../sandbox/pages/arkose-catalogue.ts';
import { ENTRIES, type Entry, HOST, KEYS, serveCatalogue } from '../sandbox/pages/catalogue.ts';
import { serveDemo } from '../sandbox/pages/demo.ts';
import type { DemoResult } from '../sandbox/pages/demo-cards.ts';
import { CARDS } from '../sandbox/pages/demo-list.ts';
import { inspectState, tryWrongCalls } from '../sandbox/pages/probes.ts';
import type { Sandbox, Variant } from '../sandbox/types.ts';

// No extension here: a person with a mouse, to show that the sandbox's pages and client work by themselves.

const VARIANTS: Partial<Variant>[] = [
  { nesting: ['L', 'L'], responseFrom: 'state', executeCatch: true, executeGives: 'token', badgeIn: 'container' },
  {
    nesting: ['', ''],
    responseFrom: 'field',
    executeCatch: false,
    executeGives: 'nothing',
    badgeIn: 'body',
    renderAsString: true,
  },
];

let sandbox: Sandbox;
let context: BrowserContext;
let page: Page;
let problems: string[];

test.beforeAll(async () => {
  sandbox = await startSandbox();
  serveCatalogue(sandbox);
  context = await openBrowser(sandbox);
});

test.afterAll(async () => {
  await context.close();
  await sandbox.close();
});

test.beforeEach(async () => {
  Object.assign(sandbox.recaptcha, { variant: null, tokenLifetimeMs: 120_000, offline: false });
  page = await freshTab(context);
  problems = watchProblems(page);
});

const open = async (name: string): Promise<void> => {
  await page.goto(`${HOST}/${name}`);
  await waitForWidgets(page);
};

const askForResponse = (namespace: 'grecaptcha' | 'enterprise'): Promise<string> =>
  page.evaluate((name) => {
    type Api = { getResponse(): string; enterprise?: Api };
    const { grecaptcha } = window as unknown as { grecaptcha: Api };
    return (name === 'enterprise' ? grecaptcha.enterprise : grecaptcha)?.getResponse() ?? '';
  }, namespace);

const finish = async (entry: Entry): Promise<void> => {
  await expect.poll(async () => (await readTokens(page)).length).toBe(entry.widgets);
  const [first] = await readTokens(page);
  expect(await askForResponse(entry.name === 'enterprise' ? 'enterprise' : 'grecaptcha')).toBe(first);
  await placeOf(page, entry).locator('.send').first().click();
};

/** Forms whose way through the client differs most; the others are tried in one release each. */
const IN_EACH = new Set(['declarative', 'by-id', 'enterprise', 'isolated', 'invisible-execute', 'bound-button']);

for (const [nth, entry] of ENTRIES.entries()) {
  for (const [index, variant] of VARIANTS.entries()) {
    if (!IN_EACH.has(entry.name) && index !== nth % VARIANTS.length) continue;
    test(`${entry.name}, variant ${index}`, async () => {
      sandbox.recaptcha.variant = variant;
      const before = sandbox.sites.submissions.length;
      await page.goto(entry.url);
      await waitForWidgets(page, entry.widgets);
      await solveByHand(page, entry);
      // The callback of a bound button sends the form by itself.
      if (entry.way !== 'press') await finish(entry);
      await expect(page.locator('#verdict')).toHaveText('accepted');
      expect(sandbox.sites.submissions.slice(before)).toMatchObject([{ success: true, errorCodes: [] }]);
      expect(problems).toEqual([]);
    });
  }
}

test('a token is accepted once', async () => {
  await open('declarative');
  await checkbox(page).click();
  await expect.poll(() => readTokens(page)).toHaveLength(1);
  await page.evaluate(() => {
    for (const one of document.forms) one.target = '_blank';
  });
  const verdicts: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    const popup = context.waitForEvent('page');
    await page.locator('.send').click();
    const opened = await popup;
    verdicts.push((await opened.locator('#verdict').textContent()) ?? '');
    await opened.close();
  }
  expect(verdicts).toEqual(['accepted', 'rejected']);
  expect(sandbox.sites.submissions.at(-1)?.errorCodes).toEqual(['timeout-or-duplicate']);
});

test('a widget expires, tells the page and can be solved again', async () => {
  sandbox.recaptcha.tokenLifetimeMs = 300;
  await open('by-id');
  const anchor = checkbox(page);
  await anchor.click();
  await expect.poll(() => readNames(page)).toEqual(['solved', 'expired']);
  expect(await page.locator('#g-recaptcha-response').inputValue()).toBe('');
  sandbox.recaptcha.tokenLifetimeMs = 120_000;
  await anchor.click();
  await expect.poll(() => readNames(page)).toEqual(['solved', 'expired', 'solved']);
});

test('a failing vendor runs the error-callback', async () => {
  await open('by-element');
  sandbox.recaptcha.offline = true;
  await checkbox(page).click();
  await expect.poll(() => readNames(page)).toEqual(['failed']);
});

test('an invisible widget can pass without a challenge, and a checkbox can ask for one', async () => {
  sandbox.recaptcha.variant = { passSilently: true, challengeOnClick: true, executeGives: 'token' };
  await open('invisible-execute');
  await page.locator('#ask').click();
  await expect.poll(async () => (await readNames(page)).sort()).toEqual(['executed', 'solved']);
  await expect(page.locator('iframe[name^="c-"]')).toBeHidden();
  await open('declarative');
  await checkbox(page).click();
  await expect(page.locator('iframe[name^="c-"]')).toBeVisible();
  await challengeButton(page).click();
  await expect(page.locator('iframe[name^="c-"]')).toBeHidden();
  expect(await readTokens(page)).toHaveLength(1);
});

test('a new view gets a new widget, and the old one is refused', async () => {
  sandbox.recaptcha.variant = { removedText: 'reCAPTCHA client element has been removed: %' };
  await open('single-page');
  await page.locator('#next').click();
  await waitForWidgets(page, 2);
  expect(page.url()).toBe(`${HOST}/single-page/next`);
  const text = await page.evaluate(() => {
    try {
      (window as unknown as { grecaptcha: { reset(id: number): void } }).grecaptcha.reset(0);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(text).toBe('reCAPTCHA client element has been removed: 0');
  await checkbox(page).click();
  await expect.poll(() => readTokens(page)).toHaveLength(1);
  expect(await page.locator('#g-recaptcha-response-1').inputValue()).not.toBe('');
});

test('the API refuses what the vendor refuses, in its words', async () => {
  sandbox.recaptcha.variant = { removedText: 'reCAPTCHA client has been deleted: %' };
  sandbox.sites.page(
    `${HOST}/bare`,
    '<div id="a"></div><div id="b"><p></p></div><script src="https://www.google.com/recaptcha/api.js?render=explicit"></script>',
  );
  await page.goto(`${HOST}/bare`);
  await page.waitForFunction(() => 'render' in ((window as unknown as { grecaptcha?: object }).grecaptcha ?? {}));
  const texts = await page.evaluate(tryWrongCalls, KEYS.first);
  expect(texts).toEqual([
    'No reCAPTCHA clients exist.',
    'No reCAPTCHA clients exist.',
    'Invalid site key or not loaded in api.js: unknown-key',
    'reCAPTCHA placeholder element must be an element or id',
    'Missing required parameters: sitekey',
    'reCAPTCHA has already been rendered in this element',
    0,
    '',
    '',
    'reCAPTCHA has already been rendered in this element',
    'Invalid reCAPTCHA client id: 7',
    'reCAPTCHA client has been deleted: 0',
  ]);
});

test('the state is nested, circular and partly closed, as in real releases', async () => {
  sandbox.recaptcha.variant = { nesting: ['aa', 'l'], badgeIn: 'body' };
  await open('invisible-execute');
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(inspectState, ['aa', 'l'] as const);
  expect(seen).toEqual({
    sitekey: KEYS.first,
    size: 'invisible',
    callback: 'function',
    circular: true,
    nodes: 2,
    closed: true,
    fullscreen: true,
    frame: true,
    badge: true,
  });
});

test('the bootstrap alone offers only ready, enterprise on its own namespace', async () => {
  sandbox.recaptcha.variant = { bootstrapDelayMs: 400 };
  for (const name of ['api', 'enterprise']) {
    const script = `<script src="https://www.google.com/recaptcha/${name}.js"></script>`;
    const look = `<script>window.early = [Object.keys(grecaptcha), Object.keys(grecaptcha.enterprise || {})]</script>`;
    sandbox.sites.page(`${HOST}/early-${name}`, script + look);
    await page.goto(`${HOST}/early-${name}`);
    const early = await page.evaluate(() => (window as unknown as { early: string[][] }).early);
    expect(early).toEqual(name === 'api' ? [['ready'], []] : [['enterprise'], ['ready']]);
  }
});

test('the demo gets seven verdicts', async () => {
  await page.goto(serveDemo(sandbox));
  for (const id of ['declarative', 'explicit', 'form', 'enterprise']) {
    await page.frameLocator(`#slot-${id} iframe[title="reCAPTCHA"]`).locator('#recaptcha-anchor').click();
  }
  await page.locator('#ask-invisible').click();
  await challengeButton(page).click();
  await solveButton(page, 'current', ARKOSE_KEYS.first.publicKey).click();
  const letters = page.getByLabel('Characters in the picture');
  await letters.pressSequentially(sandbox.images.current('demo')?.text ?? '');
  await letters.press('Enter');
  await expect(page.locator('#summary')).toHaveText('7 of 7 accepted');
  const demo = await page.evaluate(() => (window as unknown as { demo: DemoResult[] }).demo);
  expect(demo.map(({ kind }) => kind).sort()).toEqual(CARDS.map(({ kind }) => kind).sort());
  for (const { shownAt, callbackAt, seconds } of demo) expect(seconds).toBe(((callbackAt ?? 0) - shownAt) / 1000);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(problems).toEqual([]);
});

test('an answer that is given to a card of the demo again is a second callback', async () => {
  await page.goto(serveDemo(sandbox));
  const card = page.locator('#card-image');
  const letters = card.getByLabel('Characters in the picture');
  await letters.fill(sandbox.images.current('demo')?.text ?? '');
  await card.getByRole('button').click();
  await expect(card).toHaveAttribute('data-state', 'accepted');
  await letters.fill('other');
  await letters.blur();
  await expect(card.locator('[data-part="verdict"]')).toHaveText('called back twice');
  await expect(card).toHaveAttribute('data-state', 'rejected');
  expect(sandbox.images.submissions.at(-1)).toMatchObject({ page: 'demo', success: true });
});

test('nothing else is reachable', async () => {
  await expect(page.goto('https://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});
