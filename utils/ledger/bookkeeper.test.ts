import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newJob } from '../../test/fakes/jobs';
import { memoryLedger } from '../../test/fakes/ledger';
import type { Job, JobState } from '../jobs/job';
import { createBookkeeper } from './bookkeeper';
import type { Entry } from './entry';
import { total } from './sums';

const DAYS = ['1970-01-01', '2100-01-01'] as const;
const problem = { message: 'M.', advice: 'A.', code: 'ERROR_X' };
const delivered = (over: Partial<Job> = {}): Job =>
  newJob({
    state: { name: 'delivered', taskId: '1' },
    bill: { sent: true, createdAt: 1_000_100, readyAt: 1_007_000, polls: 3, cost: 0.0006 },
    since: 1_007_500,
    noticedAt: 999_000,
    ...over,
  });

function world(price: number | null = null) {
  const { ledger } = memoryLedger();
  const told: Entry[] = [];
  const deleted = new Set<string>();
  const worker = () =>
    createBookkeeper({
      store: ledger,
      priceOf: async () => price,
      isDeleted: async (id) => deleted.has(id),
      recorded: (entry) => void told.push(entry),
    });
  const sum = async () => total(await ledger.days(...DAYS));
  return { ledger, told, deleted, worker, sum };
}

describe('an entry', () => {
  it('has the times, the polls, the cost and the place of its job, and nothing that would give anything away', async () => {
    const { ledger, worker } = world();
    const challenge = { ...newJob().challenge, websiteURL: 'https://site.example/account/4711?session=S#top' };
    await worker().record(delivered({ challenge, state: { name: 'delivered', taskId: '1', reported: true } }));
    const entry = await ledger.get('job');
    expect(entry).toEqual({
      job: 'job',
      at: 1_007_500,
      day: '1970-01-01',
      site: 'site.example',
      origin: 'https://site.example',
      pathHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      kind: 'recaptcha',
      service: 'capmonster',
      noticedAt: 999_000,
      createdAt: 1_000_100,
      readyAt: 1_007_000,
      deliveredAt: 1_007_500,
      polls: 3,
      outcome: 'delivered',
      errorCode: '',
      cost: { nano: 600_000, source: 'service' },
      reported: true,
    });
    expect(JSON.stringify(entry)).not.toMatch(/account|4711|session|top/);
  });

  it('of one page has one hash, of another page another', async () => {
    const { ledger, worker } = world();
    const at = (id: string, websiteURL: string) => delivered({ id, challenge: { ...newJob().challenge, websiteURL } });
    const urls = ['https://a.example/x', 'https://a.example/x?y', 'https://a.example/z', 'https://b.example/x'];
    for (const [index, url] of urls.entries()) await worker().record(at(`j${index}`, url));
    const [one, same, ...others] = (await ledger.following({}, 9)).map(({ pathHash }) => pathHash);
    expect(same).toBe(one);
    expect(new Set([one, ...others]).size).toBe(3);
  });

  it('of a private window says nothing of where it was', async () => {
    const { ledger, worker } = world();
    await worker().record(delivered({ incognito: true }));
    expect(await ledger.get('job')).toMatchObject({ site: '', origin: '', pathHash: '', cost: { nano: 600_000 } });
  });

  const sent = { sent: true } as const;
  const made = { ...sent, createdAt: 1_000_100 };
  const ready = { ...made, readyAt: 1_007_000 };
  const free = { nano: 0, source: 'service' };
  const listed = { nano: 5, source: 'estimate' };
  it.each<[string, JobState, Job['bill'], Partial<Entry>]>([
    ['delivered, free', { name: 'delivered' }, { ...ready, cost: 0 }, { outcome: 'delivered', cost: free as never }],
    ['a price of nonsense', { name: 'delivered' }, { ...ready, cost: -1 }, { cost: listed as never }],
    ['not told', { name: 'delivered' }, ready, { cost: listed as never }],
    ['expired with an answer', { name: 'expired' }, ready, { outcome: 'unused', cost: listed as never }],
    ['stopped with an answer', { name: 'cancelled', reason: 'R' }, ready, { outcome: 'unused' }],
    ['nobody came back', { name: 'expired' }, made, { outcome: 'expired', cost: listed as never }],
    [
      'stopped before anything was sent',
      { name: 'cancelled', reason: 'R' },
      {},
      { outcome: 'cancelled', cost: free as never },
    ],
    ['stopped while it was being sent', { name: 'cancelled', reason: 'R' }, sent, { outcome: 'orphaned' }],
    [
      'stopped while solving',
      { name: 'cancelled', reason: 'R' },
      made,
      { outcome: 'cancelled', cost: listed as never },
    ],
    [
      'refused',
      { name: 'failed', problem },
      { sent: false },
      { outcome: 'failed', errorCode: 'ERROR_X', cost: free as never },
    ],
    ['not solved, not charged', { name: 'failed', problem }, { ...made, charged: false }, { cost: free as never }],
    ['not solved, charged', { name: 'failed', problem }, { ...made, charged: true }, { cost: listed as never }],
    [
      'orphaned',
      { name: 'orphaned', problem },
      sent,
      { outcome: 'orphaned', errorCode: 'ERROR_X', cost: listed as never },
    ],
    ['at work', { name: 'creating' }, sent, { outcome: 'open', cost: null }],
  ])('%s', async (_name, state, bill, wanted) => {
    const { ledger, worker } = world(5);
    await worker().record(newJob({ state, bill }));
    expect(await ledger.get('job')).toMatchObject(wanted);
  });
});

describe('the bookkeeper', () => {
  it('has nothing to write of a job that nothing was sent for', async () => {
    const { ledger, worker } = world();
    await worker().record(newJob());
    expect(await ledger.following({}, 9)).toEqual([]);
  });

  it('writes a job once a worker, and what is new of it', async () => {
    const { told, worker } = world();
    const keeper = worker();
    await Promise.all([keeper.record(delivered()), keeper.record(delivered())]);
    await keeper.record(delivered({ state: { name: 'delivered', taskId: '1', reported: true } }));
    expect(told.map(({ reported }) => reported)).toEqual([false, true]);
  });

  it('does not bring back what the person has deleted', async () => {
    const { ledger, worker, deleted } = world();
    deleted.add('job');
    await worker().record(delivered());
    expect(await ledger.following({}, 9)).toEqual([]);
  });

  it('tries again what could not be written', async () => {
    const { ledger } = memoryLedger();
    const put = vi.fn(ledger.put).mockRejectedValueOnce(new Error('disk full'));
    const keeper = createBookkeeper({
      store: { ...ledger, put },
      priceOf: async () => null,
      isDeleted: async () => false,
      recorded: () => undefined,
    });
    await expect(keeper.record(delivered())).rejects.toThrow('disk full');
    await keeper.record(delivered());
    expect(await ledger.get('job')).toBeDefined();
  });

  it('takes for lost what no journal knows any more, until it turns up', async () => {
    const { ledger, worker, sum } = world();
    const solving: JobState = { name: 'solving', taskId: '1', polls: 0, pollAt: 0, workingAt: 0 };
    for (const id of ['here', 'gone']) await worker().record(newJob({ id, state: solving, bill: { sent: true } }));
    expect(await sum()).toMatchObject({ jobs: 0, possible: 0 });
    await worker().close((id) => id === 'here');
    expect((await ledger.following({ outcome: 'orphaned' }, 9)).map(({ job }) => job)).toEqual(['gone']);
    expect(await sum()).toMatchObject({ jobs: 1, possible: 1 });
    await worker().record(delivered({ id: 'gone' }));
    expect(await sum()).toMatchObject({ jobs: 1, solved: 1, possible: 0, nano: 600_000 });
  });
});

/** What can become known of a job, in any order: each stage may be told by any worker, and each worker may die. */
const ends: JobState[] = [
  { name: 'delivered', taskId: '1' },
  { name: 'failed', problem },
  { name: 'orphaned', problem },
  { name: 'expired' },
];
const job = (index: number, open: boolean, reported: boolean): Job => {
  const end = ends[index % ends.length] as JobState;
  const bill = { sent: true, createdAt: 5, ...(index % 2 ? {} : { readyAt: 6, cost: index / 1_000 }) };
  if (open) return newJob({ id: `j${index}`, state: { name: 'creating' }, bill: { sent: true } });
  const state = end.name === 'delivered' && reported ? { ...end, reported } : end;
  return newJob({ id: `j${index}`, state, bill, since: 1_000 + index });
};

describe('record, crash, record again, in any order', () => {
  const told = fc.record({ index: fc.nat(7), open: fc.boolean(), reported: fc.boolean(), crash: fc.boolean() });
  it('comes to the same sum and the same entries as each job told once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 25 }), async (tellings) => {
        const [tried, plain] = [world(), world()];
        let keeper = tried.worker();
        for (const { index, open, reported, crash } of tellings) {
          const writing = keeper.record(job(index, open, reported));
          // A dead worker hears of nothing; what its transaction has done is done or not, and the next one tells again.
          if (crash) keeper = tried.worker();
          else await writing;
        }
        const seen = [...new Set(tellings.map(({ index }) => index))];
        for (const index of seen) {
          const of = tellings.filter((telling) => telling.index === index);
          await keeper.record(job(index, false, false));
          if (of.some(({ reported, open }) => reported && !open)) await keeper.record(job(index, false, true));
          await plain.worker().record(
            job(
              index,
              false,
              of.some(({ reported, open }) => reported && !open),
            ),
          );
        }
        expect(await tried.ledger.following({}, 99)).toEqual(await plain.ledger.following({}, 99));
        expect(await tried.sum()).toEqual(await plain.sum());
        expect((await tried.sum()).jobs).toBe(seen.length);
      }),
      { numRuns: 60 },
    );
  });
});
