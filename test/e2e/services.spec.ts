import { KEYS } from '../sandbox/pages/catalogue.ts';
import type { ServiceId } from '../sandbox/types.ts';
import { expect, keyAt, solved, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { asked, creates, expectPolite, near, openSolved, pollsByTask, worksByHand } from './support/services.ts';

test.use({ preset: { service: 'capmonster' } });

const URL_ = 'https://forms.test/declarative';

/** What each service documents for reCAPTCHA v2, and how soon it may be asked (fact sheet of services, 1.5 and 2.1). */
const DOCUMENTED = {
  capmonster: { type: 'RecaptchaV2Task', firstMs: 2_000, intervalMs: 2_000 },
  capkill: { type: 'NoCaptchaTaskProxyless', firstMs: 2_000, intervalMs: 2_000 },
  captcha69: { type: 'RecaptchaV2Task', firstMs: 3_000, intervalMs: 3_000 },
  anticaptcha: { type: 'RecaptchaV2TaskProxyless', firstMs: 5_000, intervalMs: 2_000 },
  '2captcha': { type: 'RecaptchaV2TaskProxyless', firstMs: 5_000, intervalMs: 5_000 },
  capsolver: { type: 'ReCaptchaV2TaskProxyLess', firstMs: 3_000, intervalMs: 3_000 },
} as const;
type Solving = keyof typeof DOCUMENTED;
const SOLVING = Object.keys(DOCUMENTED) as Solving[];

/** One task of the documented type at this service, and nothing at any other; `own`: at an address on this computer. */
function expectOneTask(world: World, service: Solving, own = false): void {
  const { type, firstMs, intervalMs } = DOCUMENTED[service];
  expect(creates(world)).toEqual({ [service]: 1 });
  expect(world.sandbox.services[service].tasks.map(({ task }) => task)).toEqual([
    { type, websiteURL: URL_, websiteKey: KEYS.first },
  ]);
  expectPolite(world, service, own ? 250 : firstMs, intervalMs);
}

/** Which hosts were told which keys. */
const told = (world: World, service: ServiceId) =>
  new Set(asked(world, service).map(({ host, body }) => `${host} ${(body as { clientKey: string }).clientKey}`));

for (const service of SOLVING) {
  test.describe(service, () => {
    test.use({ preset: { service } });

    test('one task of the documented type, accepted by the site', async ({ world }) => {
      await openSolved(world);
      expectOneTask(world, service);
      const { hostname } = new URL(world.sandbox.services[service].base);
      expect(told(world, service)).toEqual(new Set([`${hostname} ${keyAt(world.key, service)}`]));
    });
  });
}

for (const dialect of ['capkill', 'capsolver'] as const) {
  test.describe(`Custom, speaking ${dialect}`, () => {
    test.use({
      preset: async ({ sandbox }, use) => {
        const account = near(sandbox, dialect);
        await use({ ...account, address: `${account.address}/` });
      },
    });

    test('one task in that dialect at that address', async ({ world }) => {
      await openSolved(world);
      expectOneTask(world, dialect, true);
      expect(told(world, dialect)).toEqual(new Set([`127.0.0.1 ${keyAt(world.key, 'custom')}`]));
    });
  });
}

test.describe('BrocapGPT, which does no reCAPTCHA', () => {
  test.describe('alone', () => {
    test.use({ preset: { service: 'brocapgpt' } });

    test('the popup says so, nothing is sent, the page works by hand', async ({ world }) => {
      const page = await world.open(URL_);
      const popup = await world.popup(page);
      const row = popup.getByRole('region', { name: 'On this page' }).getByRole('listitem');
      await expect(row).toContainText('BrocapGPT');
      await expect(row).toContainText('not solved');
      await worksByHand(page);
      expect(creates(world)).toEqual({});
    });
  });

  test.describe('first of two', () => {
    test.use({ preset: { service: 'brocapgpt', others: [{ service: 'capmonster' }] } });

    test('the other one solves', async ({ world }) => {
      await openSolved(world);
      expectOneTask(world, 'capmonster');
    });
  });
});

test.describe('the first poll', () => {
  test.use({ preset: { budgets: { atOncePerSite: 10 } } });

  test('is timed by what was seen before of this service', async ({ world }) => {
    world.sandbox.services.capmonster.solveAfterMs = 3_500;
    const three = 'https://forms.test/three-forms';
    const pages = await Promise.all([world.open(three), world.open(three)]);
    await Promise.all(pages.map((page) => solved(page, 3)));
    await openSolved(world);
    const waits = pollsByTask(world, 'capmonster').map(
      ([first], task) => (first?.at ?? 0) - (world.sandbox.services.capmonster.tasks[task]?.createdAt ?? 0),
    );
    for (const wait of waits.slice(0, 6)) expect(wait).toBeLessThan(1_500);
    // They took some 4.5 s: what is asked sooner than 2 s after is asked in vain.
    expect(waits.at(-1)).toBeGreaterThan(2_000);
    expect(pollsByTask(world, 'capmonster').at(-1)?.length).toBeLessThanOrEqual(2);
    expect(world.creates()).toBe(7);
  });
});

test.describe('trouble while polling: every token delivered, one task each, no poll too soon', () => {
  test.use({ preset: {} });

  test('503, a web page, half a reply', async ({ world }) => {
    const service = world.sandbox.services.capmonster;
    service.fault('getTaskResult', { kind: 'empty', status: 503 });
    service.fault('getTaskResult', { kind: 'html' });
    service.fault('getTaskResult', { kind: 'truncated' });
    const page = await world.open('https://forms.test/three-forms');
    await solved(page, 3);
    await accepted(page);
    expect(creates(world)).toEqual({ capmonster: 3 });
    const polls = pollsByTask(world, 'capmonster');
    expect(polls.map(([first]) => first?.status).sort()).toEqual([200, 502, 503]);
    expect(polls.map(({ length }) => length)).toEqual([2, 2, 2]);
    expectPolite(world, 'capmonster', 250, 2_000);
  });

  test('429 with Retry-After, silence for a while', async ({ world }) => {
    const service = world.sandbox.services.capmonster;
    service.fault('getTaskResult', { kind: 'limited', retryAfter: 4 });
    service.fault('getTaskResult', { kind: 'delay', ms: 5_000 });
    const page = await world.open('https://forms.test/three-forms');
    await solved(page, 3);
    await accepted(page);
    expect(creates(world)).toEqual({ capmonster: 3 });
    const polls = pollsByTask(world, 'capmonster');
    expect(polls.flatMap(([first]) => first?.status ?? []).sort()).toEqual([200, 200, 429]);
    const [limited, after] = polls.find(([first]) => first?.status === 429) ?? [];
    expect((after?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(4_000);
    expectPolite(world, 'capmonster', 250, 2_000);
  });

  test('a lost connection', async ({ world }) => {
    // Chromium itself repeats a request at once whose connection was used before and is lost: the second is heard of.
    world.sandbox.services.capmonster.fault('getTaskResult', { kind: 'reset' }, 2);
    await openSolved(world);
    expect(creates(world)).toEqual({ capmonster: 1 });
    const polls = asked(world, 'capmonster', 'getTaskResult');
    expect(polls.map(({ status }) => status)).toEqual([0, 0, 200]);
    expect((polls[2]?.at ?? 0) - (polls[1]?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
  });
});
