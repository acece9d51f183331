import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newJob } from '../../test/fakes/jobs';
import { NOON, newEntry } from '../../test/fakes/ledger';
import type { Job } from '../jobs/job';
import type { Runner } from '../jobs/runner';
import { settings } from '../settings/store';
import { type Books, createBooks } from './books';

const DAY = 24 * 3_600_000;
let books: Books;
let state: { now: number; jobs: Job[]; asked: string[] };

function start(): void {
  books = createBooks({
    now: () => state.now,
    jobs: () => state.jobs,
    ask: async (service) => void state.asked.push(service),
    recorded: () => undefined,
  });
}
const runner = () =>
  ({
    ready: Promise.resolve(),
    jobs: () => state.jobs,
    job: (id: string) => state.jobs.find((job) => job.id === id),
  }) as unknown as Runner;
const names = async () => (await books.store.following({}, 99)).map(({ job, outcome }) => `${job} ${outcome}`);

const delivered = (id: string): Job =>
  newJob({ id, since: NOON, state: { name: 'delivered' }, bill: { sent: true, createdAt: NOON - 1, readyAt: NOON } });

beforeEach(async () => {
  fakeBrowser.reset();
  state = { now: NOON, jobs: [], asked: [] };
  start();
  await books.store.clear();
});

describe('at waking', () => {
  it('records what had ended and what is at work, and takes for lost what no journal holds', async () => {
    await books.store.put(newEntry({ job: 'gone', outcome: 'open', cost: null }));
    state.jobs = [delivered('ended'), newJob({ id: 'at-work', state: { name: 'creating' }, bill: { sent: true } })];
    for (let worker = 0; worker < 3; worker++) {
      start();
      await books.catchUp(runner());
    }
    expect((await names()).sort()).toEqual(['at-work open', 'ended delivered', 'gone orphaned']);
  });

  it('forgets what is older than the days to keep, once a day', async () => {
    await settings.change((now) => ({ ...now, keepDays: 2 }));
    const put = (job: string, days: number) =>
      books.store.put(newEntry({ job, at: NOON - days * DAY, day: `2026-11-${22 - days}` }));
    for (const [job, days] of [
      ['new', 0],
      ['kept', 2],
      ['old', 3],
    ] as const)
      await put(job, days);
    await books.catchUp(runner());
    expect(await names()).toEqual(['kept delivered', 'new delivered']);
    await put('older', 5);
    await books.catchUp(runner());
    expect(await names()).toContain('older delivered');
    state.now += DAY;
    await books.catchUp(runner());
    expect(await names()).toEqual(['new delivered']);
  });
});

it('what the person has deleted does not come back with the next worker; what ends later is recorded', async () => {
  const open = newJob({ id: 'open', state: { name: 'creating' }, bill: { sent: true } });
  state.jobs = [delivered('ended'), open];
  await books.catchUp(runner());
  await books.clear();
  start();
  await books.catchUp(runner());
  expect(await names()).toEqual(['open open']);
  await books.record(delivered('open'));
  expect(await names()).toEqual(['open delivered']);
});

it('remembers a report of an answer whose job is gone', async () => {
  await books.store.put(newEntry());
  await books.reported('job-1');
  await books.reported('nobody');
  expect(await books.store.get('job-1')).toEqual(newEntry({ reported: true }));
});

it('estimates by the price table, and sums the day up', async () => {
  await settings.change((now) => ({ ...now, prices: { capmonster: { recaptcha: 0.6 } } }));
  await books.record(delivered('one'));
  expect(await books.today()).toMatchObject({ solved: 1, nano: 0, estimated: 600_000 });
  state.now += DAY;
  expect(await books.today()).toMatchObject({ solved: 0, estimated: 0 });
});

it('looks at the balance half a minute after a task whose cost nobody told', async () => {
  await books.record(delivered('one'));
  await expect.poll(async () => (await fakeBrowser.alarms.get('meter'))?.scheduledTime).toBe(NOON + 30_500);
  state.now += 31_000;
  start();
  await books.due();
  await books.due();
  expect(state.asked).toEqual(['capmonster']);
});
