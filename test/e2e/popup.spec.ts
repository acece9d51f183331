import type { Page } from '@playwright/test';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import { expect as base, solved, test, type World } from './support/fixture.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';

const parts = (popup: Page) => ({
  service: popup.getByRole('combobox', { name: 'Service' }),
  key: popup.getByRole('textbox', { name: 'API key' }).or(popup.getByLabel('API key', { exact: true })),
  address: popup.getByLabel('Service address'),
  save: popup.getByRole('button', { name: 'Save key' }),
  balance: popup.getByRole('status', { name: 'Balance' }),
  automatic: popup.getByRole('switch', { name: 'Solve captchas automatically' }),
  here: popup.getByRole('switch', { name: 'On this site' }),
  widgets: popup.getByRole('region', { name: 'On this page' }).getByRole('listitem'),
});

/** Turns a switch, and waits until that is stored and not only shown. */
async function turn(popup: Page, name: 'automatic' | 'here', on: boolean): Promise<void> {
  await parts(popup)[name].click();
  await expect(parts(popup)[name]).toBeChecked({ checked: on });
  await popup.reload();
  await expect(parts(popup)[name]).toBeChecked({ checked: on });
}

/** Opens a page and waits until its widget is drawn. */
async function openDrawn(world: World, url: string): Promise<Page> {
  const page = await world.open(url);
  await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
  return page;
}

/** What all the services were asked so far. */
const asked = ({ sandbox }: World) =>
  Object.values(sandbox.services)
    .flatMap(({ requests }) => requests)
    .map(({ host, path, body }) => ({ host, path, body }));

test.describe('first run', () => {
  test.use({ preset: null });
  test.beforeEach(({ sandbox }) => {
    for (const service of Object.values(sandbox.services)) service.reset();
  });

  for (const [id, label, host] of [
    ['capmonster', 'CapMonster Cloud', 'api.capmonster.cloud'],
    ['anticaptcha', 'Anti-Captcha', 'api.anti-captcha.com'],
  ] as const) {
    test(`${label}: the balance is asked for at once, there alone`, async ({ world }) => {
      world.sandbox.services[id].addKey(world.key, 10);
      const popup = await world.popup();
      const { service, key, save, balance } = parts(popup);
      await expect(balance).toHaveText('No key saved yet.');
      await service.selectOption(label);
      await key.fill(`  ${world.key} `);
      await save.click();
      await expect(balance).toHaveText('Balance: $10.00');
      expect(asked(world)).toEqual([{ host, path: '/getBalance', body: { clientKey: world.key } }]);
      await popup.reload();
      await expect(balance).toHaveText('Balance: $10.00');
      await expect(service.locator(':checked')).toHaveText(label);
    });
  }

  test('the first key is all that an open page waits for', async ({ world }) => {
    const page = await openDrawn(world, PAGE);
    const popup = await world.popup(page);
    await expect(popup.getByText('Welcome!')).toBeVisible();
    await parts(popup).key.fill(world.key);
    await parts(popup).save.click();
    await solved(page);
    expect(world.creates()).toBe(1);
  });

  test('a wrong key: said in plain words, nothing typed is lost', async ({ world }) => {
    const popup = await world.popup();
    const { service, key, save, balance } = parts(popup);
    await service.selectOption('CapMonster Cloud');
    await key.fill('not-a-key-of-theirs');
    await save.click();
    await expect(balance).toContainText('CapMonster Cloud does not know this key. Check the key');
    await expect(balance).not.toContainText('ERROR_');
    await expect(key).toHaveValue('not-a-key-of-theirs');
    await expect(service).toHaveValue('capmonster');
    await popup.reload();
    await expect(key).toHaveValue('not-a-key-of-theirs');
    await expect(balance).toContainText('does not know this key');
  });

  test('no key at all is refused at the field, without a request', async ({ world }) => {
    const popup = await world.popup();
    await parts(popup).save.click();
    await expect(parts(popup).key).toHaveAccessibleDescription(/Type or paste the key/);
    await expect(parts(popup).key).toBeFocused();
    expect(asked(world)).toEqual([]);
  });

  test('the key is masked until it is asked for, and what is typed outlives the popup', async ({ world }) => {
    const popup = await world.popup();
    const { key } = parts(popup);
    await key.fill('typed-and-not-saved');
    await expect(key).toHaveAttribute('type', 'password');
    await popup.getByRole('button', { name: 'Show key' }).click();
    await expect(key).toHaveAttribute('type', 'text');
    await popup.getByRole('button', { name: 'Hide key' }).click();
    await expect(key).toHaveAttribute('type', 'password');
    await popup.reload();
    await expect(key).toHaveValue('typed-and-not-saved');
    await expect(key).toHaveAttribute('type', 'password');
  });

  test('a custom address that must not have the key is refused with the reason', async ({ world }) => {
    const popup = await world.popup();
    const { service, key, address, save, balance } = parts(popup);
    await expect(address).toHaveCount(0);
    await service.selectOption('Custom');
    await key.fill(world.key);
    for (const [typed, reason] of [
      ['', /Type the address/],
      ['http://example.com', /http:\/\/ would show your key to the network/],
      ['ftp://example.com/', /must begin with https:\/\//],
      ['https://user:pw@api.example.com', /Leave user name and password out/],
      ['api.example.com', /not a complete address/],
      ['https://api.example.com/?to=', /Leave out everything from the "\?"/],
    ] as const) {
      await address.fill(typed);
      await save.click();
      await expect(address, typed).toHaveAccessibleDescription(reason);
      await expect(address).toHaveAttribute('aria-invalid', 'true');
      await expect(address).toHaveValue(typed);
      await expect(key).toHaveValue(world.key);
      await expect(balance).toHaveText('Not saved: see the address above.');
    }
    expect(asked(world)).toEqual([]);
  });

  test('a custom service on this computer may speak plain HTTP, and solves', async ({ world }) => {
    const { origin } = world.sandbox.services.capmonster;
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const popup = await world.popup();
    const { service, key, address, save, balance } = parts(popup);
    await service.selectOption('Custom');
    await address.fill(origin);
    await key.fill(world.key);
    await save.click();
    await expect(balance).toHaveText('Balance: $10.00');
    const page = await world.open(PAGE);
    await solved(page);
    await page.locator('.send').click();
    await expect(page.locator('#verdict')).toHaveText('accepted');
    expect(world.creates()).toBe(1);
    expect(new Set(asked(world).map(({ host }) => host))).toEqual(new Set(['127.0.0.1']));
  });
});

test('switched off, new pages are left alone; on again, an open page is solved without reload', async ({ world }) => {
  const { tasks } = world.sandbox.services.capmonster;
  const popup = await world.popup();
  await turn(popup, 'automatic', false);
  const page = await openDrawn(world, PAGE);
  // The background has had its say about that page when it has answered the popup anew.
  await popup.reload();
  await expect(parts(popup).automatic).not.toBeChecked();
  const before = Date.now();
  await turn(popup, 'automatic', true);
  await solved(page);
  expect(world.creates()).toBe(1);
  expect(tasks[0]?.createdAt).toBeGreaterThanOrEqual(before);
});

test('the switch of a site holds for that site alone', async ({ world }) => {
  const { sites, services } = world.sandbox;
  const there = 'https://other.test/form';
  sites.page(there, declarative([KEYS.second]).html);
  const blank = 'https://forms.test/blank';
  sites.page(blank, '<!DOCTYPE html><title>Nothing here</title>');
  const popup = await world.popup(await world.open(blank));
  await expect(parts(popup).here).toHaveAccessibleDescription('forms.test');
  await turn(popup, 'here', false);
  await expect(parts(popup).automatic).toBeChecked();
  const off = await openDrawn(world, PAGE);
  const on = await world.open(there);
  await solved(on);
  expect(services.capmonster.tasks.map(({ task }) => task['websiteURL'])).toEqual([there]);
  const other = await world.popup(on);
  await expect(parts(other).here).toBeChecked();
  await turn(popup, 'here', true);
  await solved(off);
  expect(services.capmonster.tasks.map(({ task }) => task['websiteURL'])).toEqual([there, PAGE]);
});

test.describe('after a wrong key', () => {
  test.use({ preset: { key: 'a-key-that-nobody-knows' } });

  test('the right one: what failed for the wrong one is solved without reload', async ({ world }) => {
    const page = await world.open(PAGE);
    const popup = await world.popup(page);
    const { key, save, balance, widgets } = parts(popup);
    await expect(widgets).toContainText(['Not solved']);
    await expect(balance).toContainText('does not know this key');
    await key.fill(world.key);
    await save.click();
    await expect(balance).toHaveText('Balance: $10.00');
    await solved(page);
    await expect(widgets).toContainText([/Solved in \d+ s/]);
    await page.locator('.send').click();
    await expect(page.locator('#verdict')).toHaveText('accepted');
    expect(world.creates()).toBe(2);
  });
});

test.describe('on this page', () => {
  test('solving, solved', async ({ world }) => {
    world.sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
    const page = await world.open(PAGE);
    const { widgets } = parts(await world.popup(page));
    await expect(widgets).toHaveText([/reCAPTCHA.*Solving, [1-9]\d* s/]);
    ready(world);
    await expect(widgets).toHaveText([/reCAPTCHA.*Solved.*in \d+ s/]);
    await solved(page);
  });

  test('nothing; then what comes while the list is open: waiting, and why', async ({ world }) => {
    world.sandbox.sites.page('https://forms.test/nothing', '<!DOCTYPE html><title>Nothing</title>');
    const page = await world.open('https://forms.test/nothing');
    const popup = await world.popup(page);
    await expect(popup.getByText('No captcha noticed so far.')).toBeVisible();
    await page.goto('https://forms.test/invisible-execute');
    await expect(parts(popup).widgets).toHaveText([/reCAPTCHA.*Waiting.*It may pass by itself\./]);
  });

  test('not solved, why, and what to do', async ({ world }) => {
    const fault = { kind: 'error', errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' } as const;
    world.sandbox.services.capmonster.fault('getTaskResult', fault, 'always');
    const page = await world.open(PAGE);
    const { widgets } = parts(await world.popup(page));
    await expect(widgets).toContainText(['Not solved']);
    await expect(widgets.first()).not.toContainText('ERROR_');
  });
});
