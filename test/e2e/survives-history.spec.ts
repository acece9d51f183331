import type { Page } from '@playwright/test';
import { callsOf, expect, solved, stopWorker, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';
const ELSEWHERE = 'https://elsewhere.test/';

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

test.use({ launching: { without: ['--disable-back-forward-cache'] } });

/** Goes to a page of another site, from which `back` comes back. */
async function leave(world: World, page: Page): Promise<void> {
  world.sandbox.sites.page(ELSEWHERE, '<!DOCTYPE html><title>Elsewhere</title><p>Nothing to solve here.');
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { kept: persisted })),
  );
  await page.goto(ELSEWHERE);
}

/** The same document as before: it was in the back/forward cache, and not loaded again. */
async function back(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => (window as { kept?: boolean }).kept)).toBe(true);
}

const AWAY: Record<string, (world: World) => Promise<void>> = {
  'before there is an answer': async () => undefined,
  'when the answer has long been there': async (world) => {
    ready(world);
    const { tasks } = world.sandbox.services.capmonster;
    await expect.poll(() => tasks[0]?.collectedAt, { timeout: 20_000 }).toBeGreaterThan(0);
  },
  'after the worker was stopped': ({ context }) => stopWorker(context),
};

for (const [moment, reached] of Object.entries(AWAY))
  test(`left for another site and back from the back/forward cache ${moment}: one task, one token`, async ({
    world,
  }) => {
    const { capmonster } = world.sandbox.services;
    capmonster.solveAfterMs = UNTIL_READY;
    const page = await world.open(PAGE);
    await expect.poll(() => capmonster.tasks[0]?.polls).toBe(1);
    await leave(world, page);
    await reached(world);
    await back(page);
    ready(world);
    const [call] = await solved(page);
    expect(call?.token).toBe(capmonster.tasks[0]?.token);
    await accepted(page);
    expect(world.creates()).toBe(1);
  });

test('left with its answer and back from the back/forward cache, twice: it keeps it, and hears of it no more', async ({
  world,
}) => {
  const page = await world.open(PAGE);
  const [call] = await solved(page);
  for (const stopped of [false, true]) {
    await leave(world, page);
    if (stopped) await stopWorker(world.context);
    await back(page);
  }
  // A widget that is new tells that the worker has heard the page out.
  await (await world.open('https://forms.test/by-element')).bringToFront();
  await expect.poll(world.creates).toBe(2);
  expect(await callsOf(page)).toEqual([call]);
  await accepted(page);
});
