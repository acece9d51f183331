import { expect, solved, stopWorker, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';
const OTHER = 'https://forms.test/by-element';

test('the worker is stopped, and the page is reloaded or left for another of the site: one task, one token', async ({
  world,
}) => {
  const { capmonster } = world.sandbox.services;
  // None of the pages may have its answer before it is left.
  capmonster.solveAfterMs = UNTIL_READY;
  const page = await world.open(PAGE);
  await expect.poll(world.creates).toBe(1);
  await expect.poll(() => capmonster.tasks[0]?.polls).toBe(1);
  await stopWorker(world.context);
  await page.reload();
  await stopWorker(world.context);
  await page.goto(OTHER);
  ready(world);
  const [call] = await solved(page);
  expect(call?.token).toBe(capmonster.tasks[0]?.token);
  await accepted(page);
  expect(world.creates()).toBe(1);
});

test('several widgets on a page, the same one in two tabs: each has its own answer', async ({ world }) => {
  const { capmonster } = world.sandbox.services;
  capmonster.solveAfterMs = UNTIL_READY;
  const pages = await Promise.all([world.open('https://forms.test/isolated'), world.open(PAGE), world.open(PAGE)]);
  await expect.poll(world.creates).toBe(4);
  await expect.poll(() => capmonster.tasks.every(({ polls }) => polls > 0)).toBe(true);
  await stopWorker(world.context);
  ready(world);
  const calls = await Promise.all(pages.map((page, index) => solved(page, index ? 1 : 2)));
  expect(new Set(calls.flat().map(({ token }) => token)).size).toBe(4);
  for (const page of pages) await accepted(page);
  expect(world.creates()).toBe(4);
});
