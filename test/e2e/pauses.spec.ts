import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/types.ts';
import { expect as base, solved, test } from './support/fixture.ts';
import { asked, creates, near, openSolved, ready, UNTIL_READY, worksByHand } from './support/services.ts';

test.use({ preset: { service: 'capmonster' } });

/** CapMonster Cloud first, and one at an address that does not let itself be waited for. */
const withNext = (account: object, sandbox: Sandbox) => ({
  service: 'capmonster',
  ...account,
  others: [near(sandbox, 'capkill')],
});

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';

const row = (popup: Page) => popup.getByRole('region', { name: 'On this page' }).getByRole('listitem').first();
const service = (popup: Page) => popup.getByRole('region', { name: 'Solving service' });

test.describe('one type of task is refused for good', () => {
  test.use({ preset: async ({ sandbox }, use) => use(withNext({}, sandbox)) });

  test('the next service is asked for that type, the first for all others, until the person says so', async ({
    world,
  }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.fault('createTask', { kind: 'error', errorCode: 'ERROR_TASK_NOT_SUPPORTED' });
    await openSolved(world);
    expect(creates(world)).toEqual({ capmonster: 1, capkill: 1 });
    await openSolved(world, 'by-element');
    expect(creates(world)).toEqual({ capmonster: 1, capkill: 2 });
    await openSolved(world, 'enterprise');
    expect(creates(world)).toEqual({ capmonster: 2, capkill: 2 });
    expect(capmonster.tasks.map(({ task }) => task['type'])).toEqual(['RecaptchaV2EnterpriseTask']);

    const words = 'CapMonster Cloud does not solve this kind of captcha.';
    const options = await world.open(`${world.extension}/options.html`);
    await expect(options.getByRole('group', { name: 'CapMonster Cloud' })).toContainText(words);
    await expect(options.getByRole('group', { name: 'Custom' })).not.toContainText(words);
    const popup = await world.popup();
    await expect(service(popup)).toContainText(words);
    await expect(service(popup)).toContainText('Paused for reCAPTCHA; the rest goes on.');
    await popup.getByRole('button', { name: 'Ask again for reCAPTCHA' }).click();
    await expect(service(popup)).not.toContainText(words);
    await expect(options.getByRole('group', { name: 'CapMonster Cloud' })).not.toContainText(words);
    await openSolved(world, 'by-id');
    expect(creates(world)).toEqual({ capmonster: 3, capkill: 2 });
  });

  test('ends with a look at the account too', async ({ world }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.fault('createTask', { kind: 'error', errorCode: 'ERROR_NO_SUCH_METHOD' });
    await openSolved(world);
    const popup = await world.popup();
    await expect(service(popup)).toContainText('Paused for reCAPTCHA');
    await popup.getByRole('button', { name: 'Check balance' }).click();
    await expect(service(popup)).not.toContainText('Paused');
    await openSolved(world, 'by-element');
    expect(creates(world)).toEqual({ capmonster: 2, capkill: 1 });
  });
});

test.describe('one type of task is refused, and there is no other service', () => {
  test('nothing more is sent; the popup says why; the page works by hand', async ({ world }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.fault('createTask', { kind: 'error', errorCode: 'ERROR_PROXY_BANNED' });
    const page = await world.open(PAGE);
    await expect(row(await world.popup(page))).toContainText('and the site refuses that one');
    await worksByHand(page);
    const other = await world.open('https://forms.test/by-element');
    const popup = await world.popup(other);
    await expect(row(popup)).toContainText('CapMonster Cloud reaches sites through a proxy of its own');
    await expect(service(popup)).toContainText(/Paused for reCAPTCHA until .+; the rest goes on\./);
    await worksByHand(other);
    expect(asked(world, 'capmonster')).toHaveLength(1);
  });
});

test.describe('what is on its way when a service is paused', () => {
  test('a ban: nothing more goes out, not even a poll', async ({ world }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.solveAfterMs = 60_000;
    const first = await world.open(PAGE);
    await expect.poll(world.creates).toBe(1);
    const second = await world.open('https://forms.test/by-element');
    await expect.poll(world.creates).toBe(2);
    capmonster.fault('getTaskResult', { kind: 'error', errorCode: 'ERROR_IP_BANNED' });
    for (const page of [first, second])
      await expect(row(await world.popup(page))).toContainText(
        'CapMonster Cloud has blocked your address for ten minutes.',
      );
    const polls = asked(world, 'capmonster', 'getTaskResult');
    const bannedAt = polls.find(({ reply }) => JSON.stringify(reply).includes('ERROR_IP_BANNED'))?.at ?? 0;
    expect(bannedAt).toBeGreaterThan(0);
    // One that is sent in the same moment cannot be called back.
    expect(polls.filter(({ at }) => at > bannedAt + 100)).toEqual([]);
    const { length } = asked(world, 'capmonster');
    const popup = await world.popup();
    await expect(service(popup)).toContainText(/Paused until .+\./);
    // It would make the ban longer.
    await popup.getByRole('button', { name: 'Check balance' }).click();
    await expect(service(popup)).toContainText('CapMonster Cloud has blocked your address');
    expect(asked(world, 'capmonster')).toHaveLength(length);
  });

  test('no money left: what is paid for is still fetched', async ({ world }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.solveAfterMs = UNTIL_READY;
    const page = await world.open(PAGE);
    await expect.poll(world.creates).toBe(1);
    capmonster.fault('createTask', { kind: 'error', errorCode: 'ERROR_ZERO_BALANCE' });
    const other = await world.open('https://forms.test/by-element');
    await expect(row(await world.popup(other))).toContainText('no money left');
    ready(world);
    await page.bringToFront();
    await solved(page);
    expect(world.creates()).toBe(2);
  });
});

test.describe('two services, and something is wrong with both', () => {
  test.use({ preset: { service: 'capmonster', others: [{ service: 'captcha69', key: 'max1_nobody' }] } });

  test('each problem names its service and leads there', async ({ world }) => {
    world.sandbox.services.capmonster.addKey(world.key, 0);
    const page = await world.open(PAGE);
    const popup = await world.popup(page);
    await expect(row(popup)).toContainText('Captcha69 does not know this key.');
    await expect(service(popup)).toContainText('Your account at CapMonster Cloud has no money left.');
    await expect(service(popup)).toContainText('Captcha69 does not know this key.');
    const links = service(popup).getByRole('link', { name: /Top up|Open dashboard/ });
    expect(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))).toEqual([
      'https://capmonster.cloud/Dashboard',
      'https://captcha69.com/',
    ]);
    await expect(row(popup).getByRole('link', { name: /Open dashboard/ })).toHaveAttribute(
      'href',
      'https://captcha69.com/',
    );
  });
});

test.describe('the whole address, for one service alone', () => {
  test.use({ preset: async ({ sandbox }, use) => use(withNext({ wholeAddress: true }, sandbox)) });

  test('is not told to the one that is asked instead', async ({ world }) => {
    world.sandbox.services.capmonster.addKey(world.key, 0);
    const page = await world.open(`${PAGE}?order=7`);
    await solved(page);
    const told = (id: 'capmonster' | 'capkill') =>
      asked(world, id, 'createTask').map(({ body }) => (body as { task: { websiteURL: string } }).task.websiteURL);
    expect(told('capmonster')).toEqual([`${PAGE}?order=7`]);
    expect(told('capkill')).toEqual([PAGE]);
  });
});
