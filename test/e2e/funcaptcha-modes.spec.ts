import type { Page } from '@playwright/test';
import { beginByHand, solveButton } from '../sandbox/arkose-by-hand.ts';
import type { ArkoseEntry } from '../sandbox/pages/arkose-catalogue.ts';
import { accepted, arkose, begin, blobIn, genuine, judged, tasksOf, waitForCall } from './support/arkose.ts';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect, solved, test, type World } from './support/fixture.ts';

const WAIT = { timeout: 20_000 };

test.beforeEach(({ world }) => {
  world.sandbox.arkose.variant = { callback: 'later' };
});

/** The challenge that the vendor shows is passed by a person, and the server lets in. */
async function byHand(page: Page, { kind, keys }: ArkoseEntry): Promise<void> {
  await page.bringToFront();
  await solveButton(page, kind, keys[0] ?? '').click(WAIT);
  await solved(page);
  await accepted(page);
}

/** Whether what a vendor hands to the page gets there within the call, and not after the moment that it may be held. */
const handedOver = (page: Page) =>
  page.evaluate(() => {
    let isThere = false;
    (window as unknown as { setup(api: object): void }).setup({ setConfig: () => (isThere = true) });
    return isThere;
  });

const offered = (page: Page) =>
  expect.poll(async () => (await badgesOf(page)).map(({ show }) => show), WAIT).toEqual(['offer']);

/** Opens a page and begins its check. */
async function begun(world: World, name: string): Promise<[Page, ArkoseEntry]> {
  const entry = arkose(name);
  const page = await world.open(entry.url);
  await begin(page, entry);
  return [page, entry];
}

test.describe('a site where the widget runs first', () => {
  test.use({ preset: { sites: { 'arkose.test': { letRun: true } } } });

  test('its one-time value is the vendor’s, and the challenge the person’s', async ({ world }) => {
    const [page, entry] = await begun(world, 'lightbox-blob');
    await waitForCall(page, 'shown');
    await judged(world, page, 'It has used its one-time value itself');
    await byHand(page, entry);
    expect(world.creates()).toBe(0);
    expect(genuine(world)).toMatchObject([{ outcome: 'challenged', blobFault: undefined, solved: true }]);
  });

  test('one that passes by itself costs nothing', async ({ world }) => {
    world.sandbox.arkose.outcome = 'suppressed';
    const [page] = await begun(world, 'lightbox-blob');
    await solved(page);
    await accepted(page);
    expect(world.creates()).toBe(0);
    expect(genuine(world)).toMatchObject([{ outcome: 'suppressed', blobFault: undefined }]);
  });
});

test.describe('ask', () => {
  test.use({ preset: { mode: 'ask' } });

  test('a shown challenge is offered, and solved by the press', async ({ world }) => {
    const [page] = await begun(world, 'lightbox');
    await waitForCall(page, 'shown');
    await offered(page);
    expect(world.creates()).toBe(0);
    await pressBadge(page, /Solve/);
    await solved(page);
    await accepted(page);
    expect(world.creates()).toBe(1);
    expect(genuine(world)).toHaveLength(1);
  });

  test('a one-time value: the press before it begins', async ({ world }) => {
    const page = await world.open(arkose('lightbox-blob').url);
    await waitForCall(page, 'ready');
    await offered(page);
    expect(world.creates()).toBe(0);
    await pressBadge(page, /Solve/);
    await solved(page);
    await accepted(page);
    expect(tasksOf(world).map(blobIn)).toEqual([world.sandbox.arkose.sessions[0]?.blob]);
    expect(genuine(world)).toEqual([]);
  });

  test('a one-time value that nobody pressed for is let go', async ({ world }) => {
    const [page, entry] = await begun(world, 'lightbox-blob');
    await byHand(page, entry);
    expect(world.creates()).toBe(0);
    expect(genuine(world)).toMatchObject([{ blobFault: undefined }]);
  });
});

test.describe('off', () => {
  test.use({ preset: { mode: 'off' } });

  test('every form works as without Solvent', async ({ world }) => {
    test.slow();
    const names = ['lightbox', 'lightbox-blob', 'inline-blob', 'late-callback', 'hosted', 'legacy-blob'];
    for (const name of names) {
      const [page, entry] = await begun(world, name);
      if (name === 'lightbox') await expect.poll(() => handedOver(page)).toBe(true);
      await byHand(page, entry);
      expect(await badgesOf(page)).toEqual([]);
      await page.close();
    }
    expect(world.creates()).toBe(0);
    expect(genuine(world)).toHaveLength(names.length);
  });
});

test('a service that takes no task: the call that waited goes its way, with its value', async ({ world }) => {
  world.sandbox.services.capmonster.fault('createTask', { kind: 'error', errorCode: 'ERROR_TASK_NOT_SUPPORTED' });
  const [page, entry] = await begun(world, 'lightbox-blob');
  await byHand(page, entry);
  expect(world.creates()).toBe(1);
  expect(genuine(world)).toMatchObject([{ blobFault: undefined, solved: true }]);
});

test('a task that fails: the person goes on, without a second task', async ({ world }) => {
  world.sandbox.services.capmonster.endWith = 'ERROR_CAPTCHA_UNSOLVABLE';
  const [page, { kind, keys }] = await begun(world, 'lightbox-blob');
  await solveButton(page, kind, keys[0] ?? '').click(WAIT);
  await solved(page);
  expect(world.creates()).toBe(1);
  // The service's worker has spent the value: that is what a task costs.
  expect(world.sandbox.arkose.sessions).toMatchObject([{ by: 'task' }, { by: 'widget', blobFault: 'blob-spent' }]);
});

test.describe('a vendor that fails', () => {
  test.use({ quiet: false });

  test('is the page’s to hear of, and to begin again', async ({ world }) => {
    world.sandbox.arkose.outcome = 'error';
    const [page, entry] = await begun(world, 'resets');
    await waitForCall(page, 'error');
    await waitForCall(page, 'reset');
    world.sandbox.arkose.outcome = 'challenged';
    expect(world.creates()).toBe(0);
    // Once before the failure, once after the reset.
    await waitForCall(page, 'ready', 2);
    await beginByHand(page, entry);
    await solved(page);
    await accepted(page);
    expect(world.creates()).toBe(1);
    // The vendor's own refusal, as the browser logs it.
    expect(world.canary.noise.filter((line) => !/status of 400/.test(line))).toEqual([]);
  });
});
