import { badgesOf } from './support/badges.ts';
import { expect, solved, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { asked } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';
const DOWN_MS = 20_000;

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

test('the service is down for 20 s: the job waits for it, one task, one token', async ({ world }) => {
  const { capmonster } = world.sandbox.services;
  capmonster.solveAfterMs = 3_000;
  const page = await world.open(PAGE);
  await expect.poll(() => capmonster.tasks[0]?.polls).toBe(1);
  capmonster.fault('*', { kind: 'reset' }, 'always');
  const before = asked(world, 'capmonster').length;
  const lost = () => asked(world, 'capmonster').slice(before, upAgain);
  let upAgain: number | undefined;
  await expect
    .poll(() => (lost().at(-1)?.at ?? 0) - (lost()[0]?.at ?? 0), { timeout: DOWN_MS + 20_000 })
    .toBeGreaterThanOrEqual(DOWN_MS);
  expect((await badgesOf(page)).map(({ show }) => show)).toEqual(['working']);
  capmonster.clearFaults();
  upAgain = asked(world, 'capmonster').length;
  const [call] = await solved(page);
  expect(call?.token).toBe(capmonster.tasks[0]?.token);
  await accepted(page);
  expect(world.creates()).toBe(1);
  // Each may arrive twice, as the browser itself sends again what a connection in use has lost.
  expect(lost().length).toBeLessThanOrEqual(2 * (1 + DOWN_MS / 2_000));
});

test('every answer of the service takes 2 s: one question at a time, one task, one token', async ({ world }) => {
  const { capmonster } = world.sandbox.services;
  const lateBy = 2_000;
  capmonster.fault('createTask', { kind: 'delay', ms: lateBy }, 'always');
  capmonster.fault('getTaskResult', { kind: 'delay', ms: lateBy }, 'always');
  capmonster.solveAfterMs = 5_000;
  const page = await world.open(PAGE);
  const [call] = await solved(page);
  expect(call?.token).toBe(capmonster.tasks[0]?.token);
  await accepted(page);
  const times = asked(world, 'capmonster')
    .filter(({ path }) => /createTask|getTaskResult/.test(path))
    .map(({ at }) => at);
  expect(times.length).toBeGreaterThanOrEqual(3);
  // The interval counts from the reply, and so does the wait for the first poll, which is short on this computer.
  for (const [nth, at] of times.slice(1).entries())
    expect(at - (times[nth] ?? 0), `ms before call ${nth + 2} of ${times}`).toBeGreaterThan(
      lateBy + (nth ? 1_500 : 200),
    );
  expect(world.creates()).toBe(1);
});
