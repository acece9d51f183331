import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { LoggedRequest } from '../sandbox/types.ts';
import { expect, keyAt, solved, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { asked, creates, openSolved, worksByHand } from './support/services.ts';

const URL_ = 'https://forms.test/declarative';
const NEXT = 'by-element';

const account = (popup: Page) => popup.getByRole('status', { name: 'Balance' });
const row = (popup: Page) => popup.getByRole('region', { name: 'On this page' }).getByRole('listitem').first();

test.describe('the first service cannot, the next one solves', () => {
  test.describe('no money', () => {
    test.use({ preset: { service: 'capsolver', others: [{}] } });

    test('paused until a check shows money', async ({ world }) => {
      const { capsolver } = world.sandbox.services;
      const key = keyAt(world.key, 'capsolver');
      capsolver.addKey(key, 0);
      await openSolved(world);
      expect(creates(world)).toEqual({ capsolver: 1, capmonster: 1 });
      await openSolved(world, NEXT);
      expect(creates(world)).toEqual({ capsolver: 1, capmonster: 2 });

      const popup = await world.popup();
      await expect(account(popup)).toContainText('no money left');
      await expect(popup.getByRole('link', { name: /Top up/ })).toBeVisible();
      // A look that shows none changes nothing.
      await popup.getByRole('button', { name: 'Check balance' }).click();
      await expect.poll(() => asked(world, 'capsolver', 'getBalance').length).toBe(1);
      await expect(account(popup)).toContainText('no money left');
      capsolver.addKey(key, 5);
      await popup.getByRole('button', { name: 'Check balance' }).click();
      await expect(account(popup)).toContainText('$5.00');

      await openSolved(world, 'by-id');
      expect(creates(world)).toEqual({ capsolver: 2, capmonster: 2 });
    });
  });

  test.describe('a wrong key', () => {
    test.use({
      preset: { service: 'captcha69', key: 'max1_that_nobody_knows', others: [{}] },
    });

    test('paused until there is another key', async ({ world }) => {
      await openSolved(world);
      await openSolved(world, NEXT);
      expect(creates(world)).toEqual({ captcha69: 1, capmonster: 2 });

      const popup = await world.popup();
      await expect(account(popup)).toContainText('does not know this key');
      await popup.getByLabel('API key').fill(keyAt(world.key, 'captcha69'));
      await popup.getByRole('button', { name: 'Save key' }).click();
      await expect(account(popup)).toContainText('Key saved');

      await openSolved(world, 'by-id');
      expect(creates(world)).toEqual({ captcha69: 2, capmonster: 2 });
    });
  });

  test.describe('banned', () => {
    test.use({ preset: { service: 'capkill', others: [{}] } });

    test('paused', async ({ world }) => {
      world.sandbox.services.capkill.fault('createTask', { kind: 'error', errorCode: 'ERROR_IP_BANNED' });
      await openSolved(world);
      await openSolved(world, NEXT);
      expect(creates(world)).toEqual({ capkill: 1, capmonster: 2 });
      await expect(account(await world.popup())).toContainText('blocked your address for ten minutes');
    });
  });

  test.describe('busy', () => {
    test.use({ preset: { service: '2captcha', others: [{}] } });

    test('asked once more after its time, then the next', async ({ world }) => {
      const { fault } = world.sandbox.services['2captcha'];
      const errorCode = 'ERROR_NO_SLOT_AVAILABLE';
      // Longer than the back-off would be without it, and said to one of three that ask at the same time.
      fault('createTask', { kind: 'limited', retryAfter: 11, errorCode });
      fault('createTask', { kind: 'error', errorCode }, 'always');
      const page = await world.open('https://forms.test/three-forms');
      await solved(page, 3);
      await accepted(page);
      expect(creates(world)).toEqual({ '2captcha': 4, capmonster: 3 });
      const tries = asked(world, '2captcha', 'createTask');
      const limitedAt = tries.find(({ status }) => status === 429)?.at ?? 0;
      expect(limitedAt).toBeGreaterThan(0);
      // What was under way by then cannot be called back; after that nobody asks before the time is over.
      const soon = tries.filter(({ at }) => at > limitedAt + 500 && at < limitedAt + 11_000);
      expect(soon).toEqual([]);
      for (const own of Map.groupBy(tries, siteKey).values()) expect(own.length).toBeLessThanOrEqual(2);
    });

    test('without a word on when: asked once more after a back-off, then the next', async ({ world }) => {
      const { fault } = world.sandbox.services['2captcha'];
      fault('createTask', { kind: 'error', errorCode: 'ERROR_NO_SLOT_AVAILABLE' }, 'always');
      const page = await world.open('https://forms.test/three-forms');
      await solved(page, 3);
      await accepted(page);
      expect(creates(world)).toEqual({ '2captcha': 6, capmonster: 3 });
      for (const [first, second, ...more] of Map.groupBy(asked(world, '2captcha', 'createTask'), siteKey).values()) {
        const wait = (second?.at ?? 0) - (first?.at ?? 0);
        expect(wait).toBeGreaterThanOrEqual(5_000);
        expect(more).toEqual([]);
      }
    });

    test('for longer than anybody waits: the next at once', async ({ world }) => {
      const { fault } = world.sandbox.services['2captcha'];
      fault('createTask', { kind: 'limited', retryAfter: 60 }, 'always');
      await openSolved(world);
      expect(creates(world)).toEqual({ '2captcha': 1, capmonster: 1 });
      const [first] = asked(world, '2captcha', 'createTask');
      const [next] = asked(world, 'capmonster', 'createTask');
      expect((next?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(5_000);
    });
  });
});

const siteKey = ({ body }: LoggedRequest) => (body as { task: { websiteKey: string } }).task.websiteKey;

test.describe('nobody answers at the first one', () => {
  test.use({
    preset: async ({ sandbox: _ }, use) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      server.close();
      await use({ service: 'custom', address: `http://127.0.0.1:${port}`, others: [{ service: 'capmonster' }] });
    },
  });

  test('the next one is asked at once', async ({ world }) => {
    const from = Date.now();
    await openSolved(world);
    expect(creates(world)).toEqual({ capmonster: 1 });
    const [task] = asked(world, 'capmonster', 'createTask');
    // Without waiting as for one that is busy.
    expect((task?.at ?? 0) - from).toBeLessThan(5_000);
  });
});

test.describe('createTask without an answer', () => {
  test.use({ preset: { service: 'capkill', others: [{}] } });

  test('possibly charged: told, and not sent to the next', async ({ world }) => {
    world.sandbox.services.capkill.fault('createTask', { kind: 'reset', afterWork: true }, 'always');
    const page = await world.open(URL_);
    const popup = await world.popup(page);
    await expect(row(popup)).toContainText('CapKill could not be reached');
    await expect(row(popup)).toContainText('It may have been charged');
    await worksByHand(page);
    expect(creates(world)).toEqual({ capkill: 1 });
  });
});

test.describe('no service can', () => {
  test.describe('one without money, one with a wrong key', () => {
    test.use({ preset: { service: 'capmonster', others: [{ service: 'captcha69', key: 'max1_nobody' }] } });

    test('the popup says why, the page works by hand, nothing more is sent', async ({ world }) => {
      world.sandbox.services.capmonster.addKey(world.key, 0);
      const page = await world.open(URL_);
      const popup = await world.popup(page);
      await expect(row(popup)).toContainText('Not solved');
      await expect(row(popup)).toContainText('does not know this key');
      await expect(account(popup)).toContainText('no money left');
      await worksByHand(page);
      await worksByHand(await world.open(`https://forms.test/${NEXT}`));
      expect(creates(world)).toEqual({ capmonster: 1, captcha69: 1 });
    });
  });

  test.describe('one that does no reCAPTCHA, one with a wrong key', () => {
    test.use({ preset: { service: 'brocapgpt', others: [{ service: 'capmonster', key: 'nobody-knows-it' }] } });

    test('the popup says that the key is wrong', async ({ world }) => {
      const page = await world.open(URL_);
      const popup = await world.popup(page);
      await expect.poll(world.creates).toBe(1);
      await expect(row(popup)).toContainText('does not know this key');
      await worksByHand(page);
      // The same on later pages, where nothing is sent any more.
      const other = await world.open(`https://forms.test/${NEXT}`);
      await expect(row(await world.popup(other))).toContainText('does not know this key');
      await worksByHand(other);
      expect(creates(world)).toEqual({ capmonster: 1 });
    });
  });

  test.describe('both busy', () => {
    test.use({ preset: { service: 'capmonster', others: [{ service: 'anticaptcha' }] } });

    test('one message, one try each, the page works by hand', async ({ world }) => {
      const fault = { kind: 'limited', retryAfter: 60, errorCode: 'ERROR_NO_SLOT_AVAILABLE' } as const;
      world.sandbox.services.capmonster.fault('createTask', fault, 'always');
      world.sandbox.services.anticaptcha.fault('createTask', fault, 'always');
      const page = await world.open(URL_);
      const popup = await world.popup(page);
      await expect(row(popup)).toContainText('no free worker');
      await worksByHand(page);
      expect(creates(world)).toEqual({ capmonster: 1, anticaptcha: 1 });
    });
  });
});
