import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect as base, solved, stopWorker, test, type World } from './support/fixture.ts';
import { jump, ledgerOf } from './support/ledger.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';
const NEXT = 'https://forms.test/by-element';
const THERE = 'https://other.test/budget';

test.beforeEach(({ sandbox }) => sandbox.sites.page(THERE, declarative([KEYS.second]).html));

/** The badge says that a limit is reached, and offers some more. */
async function reached(page: Awaited<ReturnType<World['open']>>, reason: string): Promise<void> {
  await expect
    .poll(async () => (await badgesOf(page)).map(({ text, buttons }) => [text.split(' .')[0], buttons]))
    .toEqual([[expect.stringContaining(reason), ['Allow 10 more captchas than your limit']]]);
}

test.describe('tasks a day', () => {
  test.use({ preset: { budgets: { perDay: 1 } } });

  test('reached; ten more by a press in the badge, also after the worker died', async ({ world }) => {
    await solved(await world.open(PAGE));
    const next = await world.open(NEXT);
    await reached(next, 'The limit of 1 task a day is reached.');
    expect(world.creates()).toBe(1);
    await pressBadge(next, /^Allow 10 more/);
    await solved(next);
    await stopWorker(world.context);
    await solved(await world.open('https://forms.test/three-forms'), 3);
    expect(world.creates()).toBe(5);
  });

  test('not reopened by a clock that is set back, or ahead and back', async ({ world }) => {
    await solved(await world.open(PAGE));
    await jump(world, -25 * 3_600_000);
    const next = await world.open(NEXT);
    await reached(next, 'The limit of 1 task a day is reached.');
    await next.close();
    await jump(world, 75 * 3_600_000);
    await jump(world, -50 * 3_600_000);
    await reached(await world.open(NEXT), 'The limit of 1 task a day is reached.');
    expect(world.creates()).toBe(1);
  });
});

test.describe('money a day', () => {
  test.use({ preset: { budgets: { moneyPerDay: 0.0012 } } });

  test('reached; ten more by a press in the popup', async ({ world }) => {
    await solved(await world.open(PAGE));
    await solved(await world.open(THERE));
    const next = await world.open(NEXT);
    await reached(next, 'The limit of $0.0012 a day is reached.');
    expect(world.creates()).toBe(2);
    const popup = await world.popup(next);
    const row = popup.getByRole('region', { name: 'On this page' }).getByRole('listitem');
    await expect(row).toContainText('The limit of $0.0012 a day is reached.');
    await row.getByRole('button', { name: 'Allow 10 more' }).click();
    // A tab at the back is not solved.
    await next.bringToFront();
    await solved(next);
    expect(world.creates()).toBe(3);
    expect((await ledgerOf(world)).map(({ cost }) => cost?.nano)).toEqual([600_000, 600_000, 600_000]);
  });
});

test.describe('tasks an hour on one site', () => {
  test.use({ preset: { budgets: { perSiteHour: 1 } } });

  test('reached there alone; ten more are for there alone', async ({ world }) => {
    await solved(await world.open(PAGE));
    const next = await world.open(NEXT);
    await reached(next, 'The limit of 1 task an hour for this site is reached.');
    await solved(await world.open(THERE));
    await next.bringToFront();
    await pressBadge(next, /^Allow 10 more/);
    await solved(next);
    world.sandbox.sites.page('https://other.test/again', declarative([KEYS.third]).html);
    await reached(
      await world.open('https://other.test/again'),
      'The limit of 1 task an hour for this site is reached.',
    );
    expect(world.creates()).toBe(3);
  });
});

test.describe('a limit of nought', () => {
  test.use({ preset: { budgets: { perDay: 0 } } });

  test('was a decision: nothing is offered', async ({ world }) => {
    const page = await world.open(PAGE);
    await expect
      .poll(async () => (await badgesOf(page)).map(({ show, buttons }) => [show, buttons]))
      .toEqual([['problem', []]]);
    expect(world.creates()).toBe(0);
  });
});
