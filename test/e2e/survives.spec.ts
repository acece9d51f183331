import type { Page } from '@playwright/test';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect, solved, stopWorker, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const URL_ = 'https://forms.test/declarative';

test('reload while solving: one task, and the new page gets its token', async ({ world }) => {
  world.sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
  const page = await world.open(URL_);
  await expect.poll(world.creates).toBe(1);
  await page.reload();
  ready(world);
  await solved(page);
  await accepted(page);
  expect(world.creates()).toBe(1);
});

test('worker stopped while solving: one task, token delivered', async ({ world }) => {
  world.sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
  const page = await world.open(URL_);
  await expect.poll(world.creates).toBe(1);
  await expect.poll(() => world.sandbox.services.capmonster.tasks[0]?.polls ?? 0).toBeGreaterThan(0);
  await stopWorker(world.context);
  ready(world);
  await solved(page);
  await accepted(page);
  expect(world.creates()).toBe(1);
});

test('worker stopped before the widget appears: it wakes and solves', async ({ world }) => {
  const page = await world.open('https://forms.test/by-element');
  await solved(page);
  await stopWorker(world.context);
  const next = await world.open(URL_);
  await solved(next);
  expect(world.creates()).toBe(2);
});

test.describe('extension installed over an open page', () => {
  // The default for one site is less than these tabs together.
  test.use({ atPageLoad: false, preset: { budgets: { atOncePerSite: 20 } } });

  const DRAWN = { declarative: 1, 'by-element': 1, enterprise: 1, isolated: 2 };

  test(`the vendor was there first, the widgets are drawn: ${Object.keys(DRAWN).join(', ')}`, async ({ world }) => {
    const pages: [Page, number][] = [];
    for (const [name, widgets] of Object.entries(DRAWN)) {
      const page = await world.open(`https://forms.test/${name}`);
      await page.waitForFunction((count) => document.querySelectorAll('iframe[name^="a-"]').length === count, widgets);
      pages.push([page, widgets]);
    }
    // The browser says so once, at installation; the worker hears it here.
    await (await world.worker()).evaluate(() => {
      const { onInstalled } = chrome.runtime as unknown as { onInstalled: { dispatch(details: object): void } };
      onInstalled.dispatch({ reason: 'install' });
    });
    for (const [page, widgets] of pages) {
      await solved(page, widgets);
      await accepted(page);
    }
    expect(world.creates()).toBe(5);
  });
});

test('solved by hand meanwhile: the person wins, the page hears of it once', async ({ world }) => {
  world.sandbox.services.capmonster.solveAfterMs = 3_000;
  const page = await world.open(URL_);
  await expect.poll(world.creates).toBe(1);
  await page.frameLocator('iframe[title="reCAPTCHA"]').locator('#recaptcha-anchor').click();
  const [own] = await solved(page);
  await expect.poll(async () => (await badgesOf(page)).map(({ text }) => text)).toEqual([]);
  const task = () => world.sandbox.services.capmonster.tasks[0];
  // Longer than the task takes: nothing is delivered.
  await expect
    .poll(() => Date.now() > (task()?.readyAt ?? 0) + 2_500, { timeout: 15_000, intervals: [500] })
    .toBe(true);
  expect((await solved(page))[0]?.token).toBe(own?.token);
  expect(world.creates()).toBe(1);
});

test('reset by the page: empty again, as the vendor leaves it, and nothing is bought without a word', async ({
  world,
}) => {
  const page = await world.open(URL_);
  await solved(page);
  await page.evaluate('grecaptcha.reset()');
  expect(await page.evaluate('grecaptcha.getResponse()')).toBe('');
  expect(await page.locator('textarea[name="g-recaptcha-response"]').inputValue()).toBe('');
  await expect
    .poll(async () => (await badgesOf(page)).map(({ text }) => text))
    .toEqual([expect.stringMatching(/Solve again/)]);
  expect(world.creates()).toBe(1);
  await pressBadge(page, /^Solve again/);
  await solved(page, 2);
  expect(world.creates()).toBe(2);
});
