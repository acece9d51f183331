import type { Page } from '@playwright/test';
import { createRandom } from '../sandbox/server/random.ts';
import { badgesOf } from './support/badges.ts';
import { callsOf, expect, solved, stopWorker, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';

const PAGE = 'https://forms.test/declarative';

test.use({
  preset: { service: 'capmonster', budgets: { perDay: 999, perSiteHour: 999, atOnce: 99, atOncePerSite: 99 } },
});

/** When the worker is stopped: once this is true of the task that was made last. */
const MOMENTS: [string, (world: World, page: Page) => Promise<boolean>][] = [
  ['made, before the first poll', async (world) => last(world)?.polls === 0 && noted(world)],
  ['between two polls', async (world) => last(world)?.polls === 1 && answered(world)],
  ['during a poll', async (world) => last(world)?.polls === 1],
  ['delivered', async (_, page) => (await callsOf(page)).length > 0],
];

const last = ({ sandbox }: World) => sandbox.services.capmonster.tasks.at(-1);
/** The reply to createTask has arrived and is written down: before that, nobody could tell whose task it is. */
const noted = async ({ worker }: World) =>
  (await worker()).evaluate(async () =>
    JSON.stringify(await chrome.storage.session.get(null)).includes('"name":"solving"'),
  );
/** The last poll has had its answer. */
const answered = ({ sandbox }: World) => sandbox.services.capmonster.requests.at(-1)?.status === 200;

test('worker stopped at each step of a job: one task, one token', async ({ world }) => {
  const { capmonster } = world.sandbox.services;
  for (const [index, [moment, reached]] of MOMENTS.entries())
    await test.step(moment, async () => {
      capmonster.solveAfterMs = moment === 'between two polls' ? 3_000 : 1_000;
      if (moment === 'during a poll') capmonster.fault('getTaskResult', { kind: 'delay', ms: 1_000, afterWork: true });
      const page = await world.open(PAGE);
      await expect.poll(world.creates).toBe(index + 1);
      await expect.poll(() => reached(world, page), { timeout: 10_000, intervals: [10] }).toBe(true);
      await stopWorker(world.context);
      const [call] = await solved(page);
      expect(call?.token).toBe(last(world)?.token);
      await accepted(page);
      await page.close();
      expect(world.creates()).toBe(index + 1);
    });
});

test('worker stopped while createTask is on its way: it is not sent again, and the person is told', async ({
  world,
}) => {
  const { capmonster } = world.sandbox.services;
  capmonster.fault('createTask', { kind: 'delay', ms: 1_500, afterWork: true });
  const page = await world.open(PAGE);
  await expect.poll(() => capmonster.tasks.length, { intervals: [10] }).toBe(1);
  await stopWorker(world.context);
  await expect
    .poll(async () => (await badgesOf(page)).map(({ text }) => text), { timeout: 10_000 })
    .toEqual([expect.stringContaining('It may have been charged.')]);
  expect(capmonster.tasks).toHaveLength(1);
  expect(await callsOf(page)).toEqual([]);
});

test('worker stopped 20 times at random moments, five pages at work: five tasks, five tokens', async ({ world }) => {
  const { integer } = createRandom(20);
  world.sandbox.services.capmonster.solveAfterMs = 5_000;
  const pages = await Promise.all(Array.from({ length: 5 }, () => world.open(PAGE)));
  await expect.poll(world.creates).toBe(5);
  await expect.poll(() => world.sandbox.services.capmonster.tasks.length).toBe(5);
  // The reply to the last one is on its way: a stop in between would be the gap that has a test of its own.
  await expect.poll(async () => (await Promise.all(pages.map(badgesOf))).flat().length).toBe(5);
  for (let stops = 0; stops < 20; stops++) {
    await pages[0]?.waitForTimeout(integer(50, 450));
    await stopWorker(world.context);
  }
  const tokens = await Promise.all(pages.map(async (page) => (await solved(page))[0]?.token));
  expect(new Set(tokens).size).toBe(5);
  expect(world.creates()).toBe(5);
});
