import type { Page } from '@playwright/test';
import { expect, solved, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

/** Opens the page, with its job at work and the tab's id. */
async function openAtWork(world: World): Promise<{ page: Page; tabId: number }> {
  const { capmonster } = world.sandbox.services;
  capmonster.solveAfterMs = UNTIL_READY;
  const page = await world.open(PAGE);
  await expect.poll(() => capmonster.tasks[0]?.polls).toBe(1);
  const tabId = await (await world.worker()).evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1,
    PAGE,
  );
  return { page, tabId };
}

test('tab moved to a window of its own: the job goes on, one task, one token', async ({ world }) => {
  const { page, tabId } = await openAtWork(world);
  const { before, after } = await (await world.worker()).evaluate(async (id) => {
    const before = (await chrome.tabs.get(id)).windowId;
    await chrome.windows.create({ tabId: id });
    return { before, after: (await chrome.tabs.get(id)).windowId };
  }, tabId);
  expect(after).not.toBe(before);
  ready(world);
  const [call] = await solved(page);
  expect(call?.token).toBe(world.sandbox.services.capmonster.tasks[0]?.token);
  await accepted(page);
  expect(world.creates()).toBe(1);
});

test('tab duplicated: the copy is a widget of its own, two tasks, two tokens', async ({ world }) => {
  const { page, tabId } = await openAtWork(world);
  const opened = world.context.waitForEvent('page');
  await (await world.worker()).evaluate((id) => chrome.tabs.duplicate(id).then(() => undefined), tabId);
  const copy = await opened;
  await expect.poll(world.creates).toBe(2);
  ready(world);
  const calls = [...(await solved(page)), ...(await solved(copy))];
  const tokens = world.sandbox.services.capmonster.tasks.map(({ token }) => token);
  expect(calls.map(({ token }) => token)).toEqual(tokens);
  expect(new Set(tokens).size).toBe(2);
  await accepted(page);
  await accepted(copy);
  expect(world.creates()).toBe(2);
});
