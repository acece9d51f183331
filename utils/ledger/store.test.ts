import { describe, expect, it } from 'vitest';
import { memoryLedger, NOON, newEntry } from '../../test/fakes/ledger';
import type { Entry } from './entry';
import type { LedgerStore, Spot } from './store';
import { shareOf, total } from './sums';

const all = (ledger: LedgerStore) => ledger.following({}, 10_000);
const spotOf = ({ at, job }: Entry): Spot => [at, job];
const jobs = (entries: readonly Entry[]) => entries.map(({ job }) => job);

describe('put', () => {
  it('keeps an entry, and its day in the sums, for the next worker', async () => {
    const { ledger, reopen } = memoryLedger();
    await ledger.put(newEntry());
    await ledger.close();
    const next = reopen();
    expect(await next.get('job-1')).toEqual(newEntry());
    expect(await next.days('2026-11-22', '2026-11-22')).toEqual([
      {
        day: '2026-11-22',
        service: 'capmonster',
        jobs: 1,
        solved: 1,
        nano: 600_000,
        estimated: 0,
        unknown: 0,
        possible: 0,
      },
    ]);
  });

  it('counts a job once, however often it is told', async () => {
    const { ledger } = memoryLedger();
    await Promise.all(Array.from({ length: 20 }, () => ledger.put(newEntry())));
    expect(await all(ledger)).toHaveLength(1);
    expect(total(await ledger.days('2026-11-22', '2026-11-22'))).toMatchObject({ jobs: 1, nano: 600_000 });
  });

  it('adds what becomes known later, and takes nothing back', async () => {
    const { ledger } = memoryLedger();
    const sum = async () => total(await ledger.days('2026-11-22', '2026-11-22'));
    await ledger.put(newEntry({ cost: null }));
    expect(await sum()).toMatchObject({ nano: 0, estimated: 0, unknown: 1 });
    await ledger.put(newEntry({ cost: { nano: 5, source: 'estimate' } }));
    expect(await sum()).toMatchObject({ nano: 0, estimated: 5, unknown: 0 });
    await ledger.put(newEntry({ cost: { nano: 7, source: 'balance' }, reported: true }));
    expect(await sum()).toMatchObject({ nano: 7, estimated: 0, unknown: 0 });
    const known = await ledger.put(newEntry({ cost: null, outcome: 'failed', day: '2026-11-23' }));
    expect(known).toEqual(newEntry({ cost: { nano: 7, source: 'balance' }, reported: true }));
    expect(await sum()).toMatchObject({ jobs: 1, solved: 1, nano: 7 });
  });

  it('takes nothing that is not an entry: no token, no address, no money below nothing', async () => {
    const { ledger } = memoryLedger();
    const wrong: object[] = [
      { token: 'T' },
      { pathHash: '/account' },
      { cost: { nano: -1, source: 'service' } },
      { cost: { nano: 0.5, source: 'service' } },
      { outcome: 'solved' },
    ];
    for (const over of wrong) await expect(ledger.put(newEntry(over)), JSON.stringify(over)).rejects.toThrow();
    expect(await all(ledger)).toEqual([]);
  });
});

describe('page', () => {
  /** Two of them at each moment: order must not depend on the time alone. */
  async function filled(count: number) {
    const { ledger } = memoryLedger();
    const services = ['capmonster', 'capsolver'];
    for (let index = 0; index < count; index++)
      await ledger.put(
        newEntry({
          job: `job-${String(index).padStart(3, '0')}`,
          at: NOON + Math.floor(index / 2),
          service: services[index % 2] ?? '',
          site: index % 3 ? 'shop.example' : 'bank.example',
          outcome: index % 5 ? 'delivered' : 'failed',
        }),
      );
    return ledger;
  }

  it('goes back in time without losing or repeating one', async () => {
    const ledger = await filled(25);
    const first = await ledger.page({}, 10);
    const second = await ledger.page({}, 10, spotOf(first.entries.at(-1) as Entry));
    const third = await ledger.page({}, 10, spotOf(second.entries.at(-1) as Entry));
    expect([first, second, third].map(({ entries, more }) => [entries.length, more])).toEqual([
      [10, true],
      [10, true],
      [5, false],
    ]);
    const seen = jobs([first, second, third].flatMap(({ entries }) => entries));
    expect(seen).toEqual(jobs(await all(ledger)).reverse());
  });

  it.each([
    {},
    { service: 'capsolver' },
    { site: 'bank.example' },
    { outcome: 'failed' },
    { service: 'capmonster', site: 'shop.example' },
    { service: 'capmonster', outcome: 'delivered' },
    { site: 'bank.example', outcome: 'failed' },
    { service: 'capsolver', site: 'shop.example', outcome: 'delivered' },
    { service: 'nobody' },
  ] as const)('finds what fits %j, page by page', async (filter) => {
    const ledger = await filled(60);
    const wanted = (await all(ledger)).filter((entry) =>
      Object.entries(filter).every(([name, value]) => entry[name as keyof Entry] === value),
    );
    const found: Entry[] = [];
    for (;;) {
      const last = found.at(-1);
      const { entries, more } = await ledger.page(filter, 7, last && spotOf(last));
      found.push(...entries);
      if (!more) break;
    }
    expect(jobs(found)).toEqual(jobs(wanted).reverse());
  });

  it('names the sites, each once', async () => {
    const ledger = await filled(30);
    expect(await ledger.sites(50)).toEqual(['bank.example', 'shop.example']);
    expect(await ledger.sites(1)).toEqual(['bank.example']);
  });
});

it('forgets whole days with their sums, and everything when told so', async () => {
  const { ledger } = memoryLedger();
  for (const day of ['2026-08-01', '2026-08-23', '2026-08-24', '2026-11-22'])
    await ledger.put(newEntry({ job: day, day, at: Date.parse(day) }));
  await ledger.prune('2026-08-24');
  expect(jobs(await all(ledger))).toEqual(['2026-08-24', '2026-11-22']);
  expect((await ledger.days('2000-01-01', '2100-01-01')).map(({ day }) => day)).toEqual(['2026-08-24', '2026-11-22']);
  await ledger.clear();
  expect(await all(ledger)).toEqual([]);
  expect(await ledger.days('2000-01-01', '2100-01-01')).toEqual([]);
});

describe('what an entry adds to its day', () => {
  const unsolved = { readyAt: null, deliveredAt: null } as const;
  it.each([
    ['a certain price', {}, { solved: 1, nano: 600_000 }],
    ['free', { cost: { nano: 0, source: 'balance' } }, { solved: 1, nano: 0, possible: 0, unknown: 0 }],
    ['an estimate', { cost: { nano: 9, source: 'estimate' } }, { solved: 1, nano: 0, estimated: 9 }],
    ['unused', { outcome: 'unused', deliveredAt: null }, { solved: 1, nano: 600_000 }],
    ['unknown', { cost: null }, { solved: 1, unknown: 1 }],
    ['orphaned', { ...unsolved, outcome: 'orphaned', createdAt: null, cost: null }, { solved: 0, possible: 1 }],
    [
      'orphaned, estimated: not in the sum',
      { ...unsolved, outcome: 'orphaned', createdAt: null, cost: { nano: 9, source: 'estimate' } },
      { estimated: 0, possible: 1 },
    ],
    [
      'orphaned, measured: certain',
      { ...unsolved, outcome: 'orphaned', createdAt: null, cost: { nano: 9, source: 'balance' } },
      { nano: 9, possible: 0 },
    ],
    ['stopped while solving', { ...unsolved, outcome: 'cancelled', cost: null }, { solved: 0, possible: 1 }],
    [
      'refused: no task',
      { ...unsolved, outcome: 'failed', createdAt: null, cost: { nano: 0, source: 'service' } },
      { jobs: 1, solved: 0, nano: 0, possible: 0, unknown: 0 },
    ],
  ] as [string, Partial<Entry>, object][])('%s', (_name, over, share) => {
    expect(shareOf(newEntry(over))).toMatchObject(share);
  });
});
