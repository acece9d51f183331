import type { Page } from '@playwright/test';
import { solveButton } from '../sandbox/arkose-by-hand.ts';
import { accepted, arkose, blobIn, judged, taskFor, tasksOf } from './support/arkose.ts';
import { badgesOf, pressBadge } from './support/badges.ts';
import { callsOf, expect, solved, test } from './support/fixture.ts';
import { GENEROUS } from './support/services.ts';

test.use({ preset: { budgets: GENEROUS } });

/** Called once, with the token that the form carries; and the server lets in. */
async function letIn(page: Page): Promise<void> {
  await page.bringToFront();
  const [answer] = await solved(page);
  expect((await callsOf(page)).filter(({ name }) => name === 'argument')).toMatchObject([{ token: answer?.token }]);
  await accepted(page);
}

const PAGES = {
  'fc-token': ['legacy-constructor', 'legacy-call', 'legacy-declarative', 'legacy-capitals'],
  // Another name than that of the field which the page's server has made, or both.
  'verification-token': ['legacy-server'],
  both: ['legacy-server'],
} as const;

for (const [legacyFields, names] of Object.entries(PAGES)) {
  test(`the vendor makes ${legacyFields}: ${names.join(', ')}`, async ({ world }) => {
    test.slow();
    for (const name of names) {
      world.sandbox.arkose.variant = { callback: 'later', legacyFields: legacyFields as keyof typeof PAGES };
      const page = await world.open(arkose(name).url);
      await letIn(page);
      expect(tasksOf(world).at(-1), name).toEqual(taskFor(name));
      await page.close();
    }
    expect(world.creates()).toBe(names.length);
  });
}

test('by call with a one-time value, which the vendor never has', async ({ world }) => {
  const page = await world.open(arkose('legacy-blob').url);
  await letIn(page);
  const [task, ...more] = tasksOf(world);
  expect(more).toEqual([]);
  expect(task).toEqual({ ...taskFor('legacy-blob'), data: JSON.stringify({ blob: blobIn(task) }) });
  expect(world.sandbox.arkose.sessions).toMatchObject([{ by: 'task', blobFault: undefined }]);
});

test('a hosted page whose address has spent the one-time value is the person’s', async ({ world }) => {
  const entry = arkose('hosted-blob');
  const page = await world.open(entry.url);
  await judged(world, page, 'It has used its one-time value itself');
  await solveButton(page, entry.kind, entry.keys[0] ?? '').click();
  await solved(page);
  await accepted(page);
  expect(await badgesOf(page)).toEqual([]);
  expect(world.creates()).toBe(0);
});

test('another session after an answer: another task at the person’s word, or by hand', async ({ world }) => {
  world.sandbox.arkose.variant = { callback: 'later', legacyFields: 'fc-token' };
  const page = await world.open(arkose('legacy-constructor').url);
  await solved(page);
  await page.locator('#again').click();
  await expect.poll(() => badgesOf(page)).toMatchObject([{ show: 'offer', text: 'Solve again' }]);
  expect(world.creates()).toBe(1);
  await pressBadge(page, /^Solve again/);
  const answers = await solved(page, 2);
  expect(new Set(answers.map(({ token }) => token)).size).toBe(2);
  await accepted(page);
  expect(world.creates()).toBe(2);

  // The vendor, which was never begun: its value is the task's, and what the page hears from now on is the vendor's.
  const entry = arkose('legacy-blob');
  const other = await world.open(entry.url);
  await solved(other);
  await other.locator('#again').click();
  await solveButton(other, entry.kind, entry.keys[0] ?? '').click();
  await solved(other, 2);
  expect(world.creates()).toBe(3);
});
