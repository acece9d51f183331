import { describe, expect, it } from 'vitest';
import {
  type Begun,
  type Book,
  type Budget,
  type Counts,
  count,
  expectedPrice,
  MORE,
  overBudget,
  stillCounts,
  withBegun,
  withCost,
  withGrant,
} from './budgets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = 10 * DAY;
const a = { site: 'a', incognito: false };
const begun = (...entries: [site: string, age: number][]): Begun[] =>
  entries.map(([site, age]) => ({ site, at: now - age }));
const book = (...entries: [site: string, age: number][]): Book => ({ begun: begun(...entries), grants: [] });

describe('count', () => {
  it('counts any 24 hours and any hour of the site', () => {
    const entries = book(['a', 0], ['a', HOUR - 1], ['a', HOUR], ['b', 5], ['a', DAY - 1], ['a', DAY], ['b', 2 * DAY]);
    expect(count(entries, [{ site: 'a' }, { site: 'b' }, { site: 'a' }], a, now)).toMatchObject({
      today: 5,
      siteHour: 2,
      open: 3,
      openOnSite: 2,
    });
  });

  it('adds up what the tasks of 24 hours have cost, known or expected', () => {
    const entries: Begun[] = [
      { site: 'a', at: now - DAY, nano: 100 },
      { site: 'a', at: now - DAY + 1, nano: 20, sure: true },
      { site: 'b', at: now, nano: 3 },
      { site: 'b', at: now },
    ];
    expect(count({ begun: entries, grants: [] }, [], a, now, 7)).toMatchObject({ spentToday: 23, next: 7 });
  });

  it('knows private windows by one name, which no site has', () => {
    const entries = withBegun(book(), { site: '', at: now });
    expect(count(entries, [], { site: 'a', incognito: true }, now).siteHour).toBe(1);
    expect(count(entries, [], a, now).siteHour).toBe(0);
  });
});

const budgets = { perDay: 3, moneyPerDay: 1, perSiteHour: 2, atOnce: 2, atOncePerSite: 1 };
const none: Counts = { today: 0, siteHour: 0, open: 0, openOnSite: 0, spentToday: 0, next: 0, granted: [] };
const USD = 1e9;

describe('overBudget', () => {
  it.each<[Partial<Counts>, object | null]>([
    [{}, null],
    [{ today: 2, siteHour: 1, open: 1, spentToday: USD - 1 }, null],
    [{ today: 3 }, { budget: 'day', more: true, reason: 'The limit of 3 tasks a day is reached.' }],
    [{ siteHour: 2 }, { budget: 'site', reason: 'The limit of 2 tasks an hour for this site is reached.' }],
    [{ spentToday: USD }, { budget: 'money', more: true, reason: 'The limit of $1.00 a day is reached.' }],
    [{ spentToday: USD - 5, next: 5 }, null],
    [{ spentToday: USD - 5, next: 6 }, { budget: 'money' }],
    [{ open: 2 }, { reason: 'It waits for the others to finish.', more: false }],
    [{ openOnSite: 1 }, { more: false }],
    [{ today: 3, siteHour: 2, open: 2, openOnSite: 1 }, { budget: 'day' }],
    [{ today: 3, granted: ['day'] }, null],
    [{ today: 3, siteHour: 2, granted: ['day'] }, { budget: 'site' }],
    [{ spentToday: 9 * USD, granted: ['money'] }, null],
    // What is allowed does not run all at once.
    [{ today: 3, open: 2, granted: ['day'] }, { more: false }],
  ])('%j -> %j', (counts, over) => {
    const found = overBudget(budgets, { ...none, ...counts });
    if (over) expect(found).toMatchObject(over);
    else expect(found).toBeNull();
  });

  it.each<[Budget, object]>([
    ['day', { perDay: 0 }],
    ['site', { perSiteHour: 0 }],
    ['money', { moneyPerDay: 0 }],
  ])('lets nothing through at a limit of nought, and offers nothing: %s', (budget, limit) => {
    expect(overBudget({ ...budgets, ...limit }, none)).toMatchObject({ budget, more: false });
  });

  it('says a limit of parts of a cent as it is', () => {
    expect(overBudget({ ...budgets, moneyPerDay: 0.005 }, { ...none, spentToday: USD })?.reason).toContain('$0.005 a');
  });
});

/** Each row: what the clock shows, step by step, while the limit of 3 a day and 2 an hour is used up at first. */
describe('clock changes do not reopen a budget', () => {
  const full = begun(['a', 2], ['a', 1], ['a', 0]);
  const reached = (from: Begun[], at: number) => {
    const counts = count({ begun: from, grants: [] }, [], a, at);
    return [counts.today >= 3, counts.siteHour >= 2];
  };
  it.each<[string, number[]]>([
    ['a minute back', [-60_000]],
    ['an hour back: summer time ends on a clock that is not in UTC', [-HOUR]],
    ['a day back', [-DAY]],
    ['a year back', [-365 * DAY]],
    ['forward, and back to where it was', [2 * DAY, 60_000]],
    ['forward by a year, and back', [365 * DAY, 60_000]],
    ['forward, back, forward, back', [2 * DAY, -DAY, 3 * DAY, 1_000]],
    ['back, and to where it was', [-5 * DAY, 60_000]],
  ])('%s', (_name, steps) => {
    // Whatever the clock shows meanwhile, each time a worker starts it sorts out what is old.
    const kept = steps.reduce((entries, step) => stillCounts(entries, now + step), full);
    expect(reached(kept, now + (steps.at(-1) ?? 0))).toEqual([true, true]);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/New_York', 'UTC'])(
    'nor does a journey to %s',
    (zone) => {
      const before = process.env['TZ'];
      try {
        process.env['TZ'] = zone;
        expect(reached(full, now + 60_000)).toEqual([true, true]);
      } finally {
        process.env['TZ'] = before;
      }
    },
  );

  it('forgets in the end: what is old and far behind', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({ site: 'a', at: now - 40 * DAY + index }));
    expect(stillCounts([...many, ...full], now)).toHaveLength(500);
  });
});

describe('allow 10 more', () => {
  const over = (from: Book, at: number) => overBudget({ ...budgets, perSiteHour: 100 }, count(from, [], a, at));
  const full = book(['a', 2], ['a', 1], ['a', 0]);

  it('allows ten, and then the budget is reached again', () => {
    let current = withGrant(full, 'day', 'a', now);
    for (let task = 0; task < MORE; task++) {
      expect(over(current, now + task), String(task)).toBeNull();
      current = withBegun(current, { site: 'a', at: now + task });
    }
    expect(over(current, now + MORE)).toMatchObject({ budget: 'day' });
    expect(over(withGrant(current, 'day', 'a', now + MORE), now + MORE)).toBeNull();
  });

  it('pressed twice, still allows ten', () => {
    const twice = withGrant(withGrant(full, 'day', 'a', now), 'day', 'a', now + 1);
    expect(twice.grants).toEqual([{ budget: 'day', at: now, left: MORE }]);
  });

  it.each<[Budget, number]>([
    ['day', DAY],
    ['money', DAY],
    ['site', HOUR],
  ])('of "%s" ends with its window', (budget, window) => {
    const granted = (at: number) => count(withGrant(full, budget, 'a', now), [], a, at).granted;
    expect(granted(now + window - 1)).toEqual([budget]);
    expect(granted(now + window)).toEqual([]);
  });

  it('for a site is for that site', () => {
    const lifted = withGrant(full, 'site', 'a', now);
    expect(count(lifted, [], { site: 'b', incognito: false }, now).granted).toEqual([]);
    const elsewhere = withBegun(lifted, { site: 'b', at: now });
    expect(elsewhere.grants).toEqual(lifted.grants);
    expect(withBegun(lifted, { site: 'a', at: now }).grants[0]?.left).toBe(MORE - 1);
  });

  it('is no more than ten, whatever the clock does', () => {
    let current = withGrant(full, 'day', 'a', now);
    let allowed = 0;
    for (let step = 0; step < 50; step++) {
      const at = now + (step % 2 ? -300 * DAY : HOUR);
      if (over(current, at)) continue;
      allowed++;
      current = withBegun(current, { site: 'a', at });
    }
    expect(allowed).toBe(MORE);
  });
});

describe('what a task is expected to cost', () => {
  const by = 'capkill/recaptcha';
  const entries: Book = { begun: [{ site: 'a', at: now, job: 'one', by, nano: 0 }], grants: [] };
  const expected = (from: Book, prices = {}) => expectedPrice(from, prices, 'capkill', 'recaptcha');

  it('nothing is known; the price table; what the last one has cost', () => {
    expect(expected(entries)).toBe(0);
    expect(expected(entries, { capkill: { recaptcha: 0.6 } })).toBe(600_000);
    const told = withCost(entries, 'one', { by, nano: 700_000, sure: true });
    expect(expected(told, { capkill: { recaptcha: 0.6 } })).toBe(700_000);
    expect(expectedPrice(told, {}, 'capmonster', 'recaptcha')).toBe(0);
  });

  it('is not learned from an estimate, nor from a task that was free', () => {
    expect(expected(withCost(entries, 'one', { by, nano: 5 }))).toBe(0);
    expect(expected(withCost(entries, 'one', { by, nano: 0, sure: true }))).toBe(0);
  });
});
