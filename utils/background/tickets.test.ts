import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newJob, START } from '../../test/fakes/jobs';
import type { JobState } from '../jobs/job';
import { createTickets, REPORT_MS } from './tickets';

const SINCE = START + 3_400;
let clock = SINCE;
/** A worker of its own each time: what it knows comes from storage. */
const worker = () => createTickets(() => clock);
beforeEach(() => {
  fakeBrowser.reset();
  clock = SINCE;
});

const job = (state: Partial<Extract<JobState, { name: 'delivered' }>> = {}, id = 'job') =>
  newJob({ id, since: SINCE, state: { name: 'delivered', taskId: '"a-b"', ...state } });
const nobody = () => false;
const views = () => worker().views(1, 'site.example', nobody);

it('names an answer whose page is gone, in its tab and on its site alone', async () => {
  await worker().keep(job());
  expect(await views()).toEqual([
    {
      kind: 'recaptcha',
      host: 'site.example',
      state: 'delivered',
      since: SINCE,
      message: 'Solved in 3 s, before what is shown now',
      report: 'job',
    },
  ]);
  expect(await worker().views(2, 'site.example', nobody)).toEqual([]);
  expect(await worker().views(1, 'other.example', nobody)).toEqual([]);
  expect(await worker().views(1, undefined, nobody)).toEqual([]);
  // Its own row says it as long as the job is there.
  expect(await worker().views(1, 'site.example', (id) => id === 'job')).toEqual([]);
});

it('is claimed once, also by another worker, and by two at once', async () => {
  await worker().keep(job());
  await worker().keep(job({ taskId: '7' }, 'other'));
  const one = worker();
  expect(await Promise.all([one.claim('capmonster', '"a-b"'), one.claim('capmonster', '"a-b"')])).toEqual([
    true,
    false,
  ]);
  expect(await worker().claim('capmonster', '"a-b"')).toBe(false);
  // The same digits as text are another task, and so is the same id elsewhere.
  expect(await worker().claim('capmonster', '"7"')).toBe(true);
  expect(await worker().claim('2captcha', '7')).toBe(true);
  expect(await worker().claim('capmonster', '7')).toBe(true);
  expect((await views()).map(({ report, message }) => [report, /reported as wrong/.test(message)])).toEqual([
    [null, true],
    [null, true],
  ]);
});

it('keeps nothing without a task to name, and nothing that is not delivered', async () => {
  await worker().keep(newJob({ since: SINCE, state: { name: 'delivered' } }));
  await worker().keep(newJob({ since: SINCE, state: { name: 'cancelled', reason: '' } }));
  expect(await views()).toEqual([]);
});

it('ends with the time in which the service takes reports', async () => {
  await worker().keep(job({}, 'short'), 60_000);
  await worker().keep(job({}, 'long'));
  clock = SINCE + 59_999;
  expect(await views()).toHaveLength(2);
  clock = SINCE + 60_000;
  expect((await views()).map(({ report }) => report)).toEqual(['long']);
  expect(await worker().of('short')).toBeUndefined();
  clock = SINCE + REPORT_MS;
  expect(await views()).toEqual([]);
});
