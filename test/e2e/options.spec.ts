import type { Page } from '@playwright/test';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect as base, solved, test, type World } from './support/fixture.ts';
import { type PlainBrowser, startPlain } from './support/plain-browser.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';

const optionsOf = (world: World) => world.open(`${world.extension}/options.html`);
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

/** Waits until the last change is stored, and not only shown. */
const saved = (options: Page) => expect(options.getByRole('status')).toHaveText('Saved');

async function set(options: Page, ...names: string[]): Promise<void> {
  for (const name of names) await radio(options, name).check();
  await saved(options);
}

/** What the popup says of the widgets of a page: once it names a reason, the page has been judged. */
async function waits(world: World, page: Page, reason: string, count = 1): Promise<void> {
  const popup = await world.popup(page);
  await expect(popup.getByRole('listitem').filter({ hasText: reason })).toHaveCount(count);
  await popup.close();
}

test('what is chosen is kept', async ({ world }) => {
  const options = await optionsOf(world);
  await set(options, 'Ask', 'As soon as it is drawn');
  await options.getByRole('combobox', { name: 'Mode for reCAPTCHA' }).selectOption('Automatic');
  await options.getByRole('group', { name: 'reCAPTCHA' }).getByRole('switch').check();
  await options.getByLabel('Hostname').fill('https://shop.example/cart?x');
  await options.getByRole('combobox', { name: 'Rule', exact: true }).selectOption('Off');
  await options.getByRole('button', { name: 'Add site' }).click();
  await options.getByLabel('Tasks per day').fill('12');
  await options.getByLabel('Tasks at once on one site').fill('2');
  await options.getByRole('switch', { name: 'Work in private windows' }).check();
  await saved(options);
  await options.reload();
  await expect(radio(options, 'Ask')).toBeChecked();
  await expect(radio(options, 'As soon as it is drawn')).toBeChecked();
  await expect(options.getByRole('combobox', { name: 'Mode for reCAPTCHA' })).toHaveValue('automatic');
  await expect(options.getByRole('group', { name: 'reCAPTCHA' }).getByRole('switch')).toBeChecked();
  await expect(options.getByLabel('Rule for shop.example')).toHaveValue('off');
  await expect(options.getByLabel('Tasks per day')).toHaveValue('12');
  await expect(options.getByLabel('Tasks per hour on one site')).toHaveValue('30');
  await expect(options.getByLabel('Tasks at once on one site')).toHaveValue('2');
  await expect(options.getByRole('switch', { name: 'Work in private windows' })).toBeChecked();
});

test('what cannot be taken stays as typed, with the reason', async ({ world }) => {
  const options = await optionsOf(world);
  const perDay = options.getByLabel('Tasks per day');
  for (const [typed, reason] of [
    ['many', /Type a whole number/],
    ['-1', /Type a whole number/],
    ['', /Type a whole number/],
  ] as const) {
    await perDay.fill(typed);
    await perDay.press('Enter');
    await expect(perDay).toHaveAccessibleDescription(reason);
    await expect(perDay).toHaveValue(typed);
  }
  await options.getByLabel('Hostname').fill('*.example');
  await options.getByRole('button', { name: 'Add site' }).click();
  await expect(options.getByLabel('Hostname')).toHaveAccessibleDescription(/Leave out the "\*"/);
  await expect(options.getByLabel('Hostname')).toHaveValue('*.example');
  await options.reload();
  await expect(perDay).toHaveValue('200');
});

test.describe('when automatic acts', () => {
  const FAR = 'https://forms.test/far-below';
  test.beforeEach(({ sandbox }) => {
    const { html } = declarative([KEYS.first]);
    sandbox.sites.page(FAR, html.replace('<h1>', '<div style="height:6000px">Read on</div><h1>'));
  });

  test('once the form is used: nothing before that', async ({ world }) => {
    await set(await optionsOf(world), 'Once you use the form');
    const page = await world.open(PAGE);
    await waits(world, page, 'You have not used it or its form yet.');
    // Elsewhere on the page is not the form.
    await page.locator('h1').click();
    await waits(world, page, 'You have not used it or its form yet.');
    expect(world.creates()).toBe(0);
    await page.locator('input[name="name"]').focus();
    await solved(page);
    expect(world.creates()).toBe(1);
  });

  test('as soon as it is drawn, however far below', async ({ world }) => {
    await set(await optionsOf(world), 'As soon as it is drawn');
    const page = await world.open(FAR);
    await solved(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(world.creates()).toBe(1);
  });

  test('in view: once it is within one screen', async ({ world }) => {
    const page = await world.open(FAR);
    await waits(world, page, 'It is out of view.');
    const scrollTo = (screens: number) =>
      page.evaluate((screens) => {
        const { top } = (document.querySelector('iframe[name^="a-"]') as Element).getBoundingClientRect();
        scrollBy(0, top - screens * innerHeight);
      }, screens);
    await scrollTo(2.2);
    await waits(world, page, 'It is out of view.');
    expect(world.creates()).toBe(0);
    await scrollTo(1.8);
    await solved(page);
    expect(world.creates()).toBe(1);
  });
});

test.describe('a tab in the background', () => {
  let plain: PlainBrowser | undefined;
  test.afterEach(() => plain?.close());

  test('costs nothing until it is shown', async ({ world, launched }) => {
    plain = await startPlain({ folder: launched.folder, resolverRules: world.sandbox.resolverRules });
    const { context, extension } = plain;
    const worker = context.serviceWorkers()[0];
    const front = await context.newPage();
    await front.goto(`${extension}/options.html`);
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      worker?.evaluate((url) => chrome.tabs.create({ url, active: false }).then(() => undefined), PAGE),
    ]);
    // Nothing is painted there, and so nothing is asked once a frame.
    await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'), null, { polling: 100 });
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    const tabId = await worker?.evaluate(
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      PAGE,
    );
    await front.goto(`${extension}/popup.html?tabId=${tabId}`);
    await expect(front.getByText('The tab is hidden.')).toBeVisible();
    expect(world.creates()).toBe(0);
    await page.bringToFront();
    await solved(page);
    expect(world.creates()).toBe(1);
  });
});

test('ask: a button beside each widget, and a press is one task', async ({ world }) => {
  await set(await optionsOf(world), 'Ask');
  const page = await world.open('https://forms.test/three-forms');
  await expect
    .poll(async () => (await badgesOf(page)).map(({ buttons }) => buttons))
    .toEqual(Array(3).fill(['Solve this captcha with Solvent']));
  await waits(world, page, 'It waits for your click.', 3);
  expect(world.creates()).toBe(0);
  await pressBadge(page, /^Solve/, 1);
  const [call] = await solved(page);
  expect(world.creates()).toBe(1);
  const value = await page.locator('textarea[name="g-recaptcha-response"]').nth(1).inputValue();
  expect(value).toBe(call?.token);
  expect(world.sandbox.services.capmonster.tasks[0]?.task['websiteKey']).toBe(KEYS.second);
  await waits(world, page, 'It waits for your click.', 2);
});

test('a kind that is off is left alone where the general mode is automatic; a site overrides both', async ({
  world,
}) => {
  const there = 'https://other.test/overrides';
  world.sandbox.sites.page(there, declarative([KEYS.second]).html);
  const options = await optionsOf(world);
  await options.getByRole('combobox', { name: 'Mode for reCAPTCHA' }).selectOption('Off');
  await options.getByLabel('Hostname').fill('other.test');
  await options.getByRole('combobox', { name: 'Rule', exact: true }).selectOption('Automatic');
  await options.getByRole('button', { name: 'Add site' }).click();
  await saved(options);
  const off = await world.open(PAGE);
  await off.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
  await solved(await world.open(there));
  expect(world.sandbox.services.capmonster.tasks.map(({ task }) => task['websiteURL'])).toEqual([there]);
  await options.getByRole('button', { name: 'Remove other.test' }).click();
  await options.getByRole('combobox', { name: 'Mode for reCAPTCHA' }).selectOption('As in general (Automatic)');
  await solved(off);
  expect(world.creates()).toBe(2);
});

test('one task a day: the second widget is refused, and told why', async ({ world }) => {
  const options = await optionsOf(world);
  await options.getByLabel('Tasks per day').fill('1');
  await options.getByLabel('Tasks per day').press('Enter');
  await saved(options);
  const page = await world.open(PAGE);
  await solved(page);
  const next = await world.open('https://forms.test/by-element');
  const popup = await world.popup(next);
  await expect(popup.getByRole('listitem')).toContainText([/Waiting.*The limit of 1 tasks? a day is reached\./]);
  await expect.poll(async () => (await badgesOf(next)).map(({ show }) => show)).toEqual(['problem']);
  expect(world.creates()).toBe(1);
  // Raised, it goes on by itself.
  await options.getByLabel('Tasks per day').fill('2');
  await options.getByLabel('Tasks per day').press('Enter');
  await solved(next);
  expect(world.creates()).toBe(2);
});
