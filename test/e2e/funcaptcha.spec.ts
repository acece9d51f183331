import { accepted, arkose, begin, blobIn, genuine, taskFor, tasksOf, waitForCall } from './support/arkose.ts';
import { callsOf, expect, solved, test } from './support/fixture.ts';

// A vendor's frames are in processes of their own here, as in a person's browser.
test.use({ frames: 'apart' });

test.beforeEach(({ world }) => {
  world.sandbox.arkose.variant = { callback: 'later' };
});

const WITHOUT_BLOB = ['lightbox', 'inline', 'inline-run', 'company', 'late-callback', 'hosted'] as const;
const WITH_BLOB = ['lightbox-blob', 'inline-blob', 'custom-domain', 'refresh-blob'] as const;

test(`solved once its challenge is shown, and the page hears of it once: ${WITHOUT_BLOB.join(', ')}`, async ({
  world,
}) => {
  for (const [before, name] of WITHOUT_BLOB.entries())
    await test.step(name, async () => {
      const entry = arkose(name);
      const page = await world.open(entry.url);
      await begin(page, entry);
      await solved(page);
      expect(tasksOf(world).slice(before)).toEqual([taskFor(name)]);
      expect(genuine(world)).toHaveLength(before + 1);
      await accepted(page);
      await page.close();
    });
});

test(`passes by itself, no task: ${WITHOUT_BLOB.join(', ')}`, async ({ world }) => {
  world.sandbox.arkose.outcome = 'suppressed';
  for (const [before, name] of WITHOUT_BLOB.entries())
    await test.step(name, async () => {
      const entry = arkose(name);
      const page = await world.open(entry.url);
      await begin(page, entry);
      if (name === 'hosted') await waitForCall(page, 'challenge-suppressed');
      await solved(page);
      expect(genuine(world).slice(before)).toMatchObject([{ outcome: 'suppressed' }]);
      await accepted(page);
      await page.close();
    });
  expect(world.creates()).toBe(0);
});

test(`solved while the vendor waits, which never has its one-time value: ${WITH_BLOB.join(', ')}`, async ({
  world,
}) => {
  for (const [before, name] of WITH_BLOB.entries())
    await test.step(name, async () => {
      const entry = arkose(name);
      const page = await world.open(entry.url);
      await begin(page, entry);
      await solved(page);
      const [task, ...more] = tasksOf(world).slice(before);
      expect(more).toEqual([]);
      expect(task).toEqual({ ...taskFor(name), data: JSON.stringify({ blob: blobIn(task) }) });
      expect(genuine(world)).toEqual([]);
      await accepted(page);
      const session = { by: 'task', blob: blobIn(task), blobFault: undefined };
      expect(world.sandbox.arkose.sessions.slice(before)).toMatchObject([session]);
      await page.close();
    });
});

test('a callback that is deleted, and a form that is sent by its answer', async ({ world }) => {
  const entry = arkose('deleted-callback');
  const page = await world.open(entry.url);
  await begin(page, entry);
  await expect(page.locator('#verdict')).toHaveText('accepted', { timeout: 20_000 });
  expect(genuine(world)).toEqual([]);
  expect(world.creates()).toBe(1);
});

test('two keys on a page: each gets its own answer', async ({ world }) => {
  const entry = arkose('two-keys');
  const page = await world.open(entry.url);
  await begin(page, entry, 1);
  await solved(page, 1);
  expect(tasksOf(world)).toEqual([taskFor('two-keys', 1)]);
  await begin(page, entry, 0);
  await solved(page, 2);
  expect(tasksOf(world)).toEqual([taskFor('two-keys', 1), taskFor('two-keys', 0)]);
  await accepted(page, 1);
});

test('a shown lightbox is closed, in the order of the vendor', async ({ world }) => {
  const entry = arkose('lightbox');
  const page = await world.open(entry.url);
  await begin(page, entry);
  await waitForCall(page, 'hide');
  expect((await callsOf(page)).map(({ name }) => name)).toEqual(['ready', 'show', 'shown', 'solved', 'hide']);
  await expect(page.locator('iframe[data-e2e="enforcement-frame"]')).toBeHidden();
});

test('a fresh one-time value after reset is solved by itself again', async ({ world }) => {
  const entry = arkose('refresh-blob');
  const page = await world.open(entry.url);
  await begin(page, entry);
  await solved(page, 1);
  await page.locator('#again').click();
  await waitForCall(page, 'refreshed');
  await waitForCall(page, 'ready', 2);
  await page.locator('#ask').click();
  await solved(page, 2);
  const blobs = tasksOf(world).map(blobIn);
  expect(new Set(blobs).size).toBe(2);
  expect(genuine(world)).toEqual([]);
  await accepted(page);
});
