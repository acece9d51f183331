import { describe, expect, it } from 'vitest';
import { type Begun, count, overBudget, stillCounts } from './budgets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = 10 * DAY;
const begun = (...entries: [site: string, age: number][]): Begun[] =>
  entries.map(([site, age]) => ({ site, at: now - age }));

describe('count', () => {
  it('counts any 24 hours and any hour of the site', () => {
    const entries = begun(['a', 0], ['a', HOUR - 1], ['a', HOUR], ['b', 5], ['a', DAY - 1], ['a', DAY], ['b', 2 * DAY]);
    expect(count(entries, [{ site: 'a' }, { site: 'b' }, { site: 'a' }], 'a', now)).toEqual({
      today: 5,
      siteHour: 2,
      open: 3,
      openOnSite: 2,
    });
  });

  it('counts entries of the future: a clock that is set back reopens nothing', () => {
    expect(count(begun(['a', -3 * HOUR]), [], 'a', now)).toMatchObject({ today: 1, siteHour: 1 });
    expect(stillCounts(begun(['a', -3 * HOUR], ['a', DAY], ['a', DAY - 1]), now)).toHaveLength(2);
  });
});

describe('overBudget', () => {
  const budgets = { perDay: 3, perSiteHour: 2, atOnce: 2, atOncePerSite: 1 };
  const none = { today: 0, siteHour: 0, open: 0, openOnSite: 0 };

  it.each([
    [none, null],
    [{ ...none, today: 2, siteHour: 1, open: 1 }, null],
    [
      { ...none, today: 3 },
      { final: true, reason: 'The limit of 3 tasks a day is reached.' },
    ],
    [
      { ...none, siteHour: 2 },
      { final: true, reason: 'The limit of 2 tasks an hour for this site is reached.' },
    ],
    [{ ...none, open: 2 }, { final: false }],
    [{ ...none, openOnSite: 1 }, { final: false }],
    [{ today: 3, siteHour: 2, open: 2, openOnSite: 1 }, { final: true }],
  ])('%j -> %j', (counts, over) => {
    if (over) expect(overBudget(budgets, counts)).toMatchObject(over);
    else expect(overBudget(budgets, counts)).toBeNull();
  });

  it('lets nothing through at a limit of nought', () => {
    expect(overBudget({ ...budgets, perDay: 0 }, none)).toMatchObject({ final: true });
    expect(overBudget({ ...budgets, perSiteHour: 0 }, none)).toMatchObject({ final: true });
  });
});
