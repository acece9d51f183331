import type { Worker } from '@playwright/test';
import { callsOf, expect, solved, stopWorker, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';

const PAGE = 'https://forms.test/declarative';
const GO = 'https://forms.test/go';

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

/** From now on the worker goes no further once the journal has a job in this state. */
const haltAt = (worker: Worker, state: string): Promise<void> =>
  worker.evaluate((state) => {
    const { session } = chrome.storage;
    const write = session.set.bind(session);
    session.set = async (items: object) => {
      await write(items);
      if (Object.values(items).some((job) => job?.state?.name === state)) await new Promise(() => undefined);
    };
  }, state);

const states = async (world: World): Promise<string[]> => {
  const worker = await world.worker();
  const read = worker.evaluate(async () => {
    const entries = Object.entries(await chrome.storage.session.get(null));
    return entries.flatMap(([key, job]) =>
      key.startsWith('job:') ? (job as { state: { name: string } }).state.name : [],
    );
  });
  // The worker that was asked has just ended: its successor is asked by whoever waits.
  return read.catch(() => ['between two workers']);
};

async function deliveredOnce(world: World, page: Awaited<ReturnType<World['open']>>): Promise<void> {
  const { capmonster } = world.sandbox.services;
  const [call] = await solved(page);
  expect(call?.token).toBe(capmonster.tasks[0]?.token);
  await expect.poll(() => states(world), { timeout: 20_000 }).toEqual(['delivered']);
  expect(await callsOf(page)).toEqual([call]);
  await accepted(page);
  expect(world.creates()).toBe(1);
}

test('worker stopped with the answer in the journal, before it is handed over: one task, one token', async ({
  world,
}) => {
  await haltAt(await world.worker(), 'solved');
  const page = await world.open(PAGE);
  await expect.poll(() => states(world), { timeout: 20_000 }).toEqual(['solved']);
  expect(await callsOf(page)).toEqual([]);
  await stopWorker(world.context);
  await deliveredOnce(world, page);
});

test('worker stopped with the answer handed over to a page that is too busy to take it: one task, one token', async ({
  world,
}) => {
  const { capmonster } = world.sandbox.services;
  const page = await world.open(PAGE);
  await expect.poll(() => capmonster.tasks.length).toBe(1);
  world.sandbox.sites.page(GO, 'wait');
  // Busy until it is told to go on.
  const busy = page.evaluate((url) => {
    for (let said = ''; said !== 'go'; ) {
      const request = new XMLHttpRequest();
      request.open('GET', url, false);
      request.send();
      said = request.responseText;
    }
  }, GO);
  await expect.poll(() => states(world), { timeout: 20_000 }).toEqual(['solved']);
  await stopWorker(world.context);
  world.sandbox.sites.page(GO, 'go');
  await busy;
  await deliveredOnce(world, page);
});

test('worker stopped with the answer taken, as soon as that is written down: one task, one token', async ({
  world,
}) => {
  await haltAt(await world.worker(), 'delivered');
  const page = await world.open(PAGE);
  await expect.poll(() => states(world), { timeout: 20_000 }).toEqual(['delivered']);
  await stopWorker(world.context);
  await deliveredOnce(world, page);
});

test('worker stopped with the answer taken, before that is written down: one task, one token', async ({ world }) => {
  const worker = await world.worker();
  await worker.evaluate(() => {
    const { session } = chrome.storage;
    const write = session.set.bind(session);
    session.set = (items: object) =>
      Object.values(items).some((job) => job?.state?.name === 'delivered')
        ? new Promise(() => undefined)
        : write(items);
  });
  const page = await world.open(PAGE);
  await solved(page);
  expect(await states(world)).toEqual(['solved']);
  await stopWorker(world.context);
  await deliveredOnce(world, page);
});
