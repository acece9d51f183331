import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NOON, newEntry } from '../../test/fakes/ledger';
import { count } from './budgets';
import { openTally } from './tally';

beforeEach(() => fakeBrowser.reset());

const now = () => NOON;
const place = { site: 'shop.example', incognito: false };
const spent = async () => count((await openTally(now)).book(), [], place, NOON).spentToday;

describe('the tally', () => {
  it('is there for the next worker: tasks, what they cost, what was allowed', async () => {
    const tally = await openTally(now);
    await tally.add({ site: 'shop.example', job: 'job-1', by: 'capmonster/recaptcha', nano: 0 });
    await tally.add({ site: 'shop.example', job: 'job-2', by: 'capmonster/recaptcha', nano: 500 });
    await tally.settle(newEntry());
    await tally.allow('day', 'shop.example');
    const next = await openTally(now);
    expect(next.book()).toEqual(tally.book());
    expect(count(next.book(), [], place, NOON)).toMatchObject({ today: 2, spentToday: 600_500, granted: ['day'] });
  });

  it.each([
    ['told: instead of what was expected', { cost: { nano: 7, source: 'service' } }, 7],
    ['estimated', { cost: { nano: 9, source: 'estimate' } }, 9],
    ['refused: nothing', { cost: { nano: 0, source: 'service' } }, 0],
    ['unknown: what was expected stands', { cost: null }, 500],
    ['of a job that is not in it', { job: 'other' }, 500],
  ] as const)('a cost that is %s', async (_name, over, sum) => {
    const tally = await openTally(now);
    await tally.add({ site: 'shop.example', job: 'job-1', by: 'capmonster/recaptcha', nano: 500 });
    await tally.settle(newEntry(over));
    expect(await spent()).toBe(sum);
  });

  it('reads what an older version wrote', async () => {
    await fakeBrowser.storage.local.set({ begun: [{ site: 'shop.example', at: NOON }] });
    expect(count((await openTally(now)).book(), [], place, NOON)).toMatchObject({ today: 1, spentToday: 0 });
  });
});
