import type { Page } from '@playwright/test';
import { badgesOf } from './support/badges.ts';
import { callsOf, expect, solved, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';
const HOUR = 3_600_000;

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

/** Runs in a world of the extension: from now on its clock is off by so much. */
const setClock = (by: number): void => {
  const right = Date.now;
  Date.now = () => right() + by;
};

/** Sets the clock that the worker and the agent of a page go by. */
async function clockIsSet(world: World, page: Page, by: number): Promise<void> {
  const session = await world.context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === world.extension) worlds.push(id);
  });
  await session.send('Runtime.enable');
  expect(worlds).not.toEqual([]);
  for (const contextId of worlds)
    await session.send('Runtime.evaluate', { contextId, expression: `(${setClock})(${by})` });
  await session.detach();
  await (await world.worker()).evaluate(setClock, by);
}

async function openAtWork(world: World): Promise<Page> {
  const { capmonster } = world.sandbox.services;
  capmonster.solveAfterMs = UNTIL_READY;
  const page = await world.open(PAGE);
  await expect.poll(() => capmonster.tasks[0]?.polls).toBe(1);
  return page;
}

test('the clock is set back by an hour: the job goes on as if it was not, one task, one token', async ({ world }) => {
  const page = await openAtWork(world);
  await clockIsSet(world, page, -HOUR);
  ready(world);
  const [call] = await solved(page);
  expect(call?.token).toBe(world.sandbox.services.capmonster.tasks[0]?.token);
  await accepted(page);
  expect(world.creates()).toBe(1);
});

test('the clock is set forward by an hour: the job ends and says so, and nothing is bought in its place', async ({
  world,
}) => {
  const page = await openAtWork(world);
  await clockIsSet(world, page, HOUR);
  await expect
    .poll(async () => (await badgesOf(page)).map(({ show }) => show), { timeout: 20_000 })
    .toEqual(['problem']);
  // A widget that is new is solved by the new clock.
  const next = await world.open('https://forms.test/by-element');
  await clockIsSet(world, next, HOUR);
  await expect.poll(world.creates).toBe(2);
  expect(await callsOf(page)).toEqual([]);
});
