import { badgesOf } from './support/badges.ts';
import { callsOf, expect, solved, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { asked } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';

test('the connection breaks at each call in turn, and a reply is slow: a lost createTask is told, lost polls are made up for', async ({
  world,
}) => {
  const { capmonster } = world.sandbox.services;
  for (const afterWork of [false, true]) {
    // The browser itself sends a request again where a connection that was in use before breaks.
    capmonster.fault('createTask', { kind: 'reset', afterWork }, 'always');
    const page = await world.open(PAGE);
    await expect
      .poll(async () => (await badgesOf(page)).map(({ text }) => text), { timeout: 10_000 })
      .toEqual([expect.stringContaining('It may have been charged.')]);
    expect(await callsOf(page)).toEqual([]);
    await page.close();
    capmonster.clearFaults();
  }
  const before = world.creates();
  capmonster.fault('getTaskResult', { kind: 'reset' });
  capmonster.fault('getTaskResult', { kind: 'reset', afterWork: true });
  capmonster.fault('getTaskResult', { kind: 'delay', ms: 2_500 });
  const page = await world.open(PAGE);
  await solved(page);
  await accepted(page);
  expect(world.creates()).toBe(before + 1);
  expect(asked(world, 'capmonster', 'getTaskResult').length).toBeGreaterThanOrEqual(3);
});
