import { describe, expect, it } from 'vitest';
import { memoryLedger, NOON, newEntry } from '../../test/fakes/ledger';
import type { Entry } from './entry';
import { measured, type Reading } from './measure';
import { createMeter, type Meters } from './meter';

const MINUTE = 60_000;
const first: Reading = { nano: 10e9, at: NOON - MINUTE, account: 'A' };
const later = (over: Partial<Reading> = {}): Reading => ({
  nano: 10e9 - 1_000,
  at: NOON + MINUTE,
  account: 'A',
  ...over,
});
const solved = (job: string, over: Partial<Entry> = {}) => newEntry({ job, cost: null, ...over });
const lost = (job: string) => solved(job, { outcome: 'orphaned', createdAt: null, readyAt: null, deliveredAt: null });
const costs = (entries: Entry[]) => entries.map(({ cost }) => cost?.nano);

describe('measured', () => {
  it.each<[string, Entry[], Reading, number[]]>([
    ['one', [solved('a')], later(), [1_000]],
    ['three: equal parts that add up', [solved('a'), solved('b'), solved('c')], later(), [334, 333, 333]],
    ['what is known is taken off', [newEntry({ cost: { nano: 400, source: 'service' } }), solved('a')], later(), [600]],
    ['an estimate gives way', [solved('a', { cost: { nano: 5, source: 'estimate' } })], later(), [1_000]],
    ['a lost one alone', [lost('a')], later(), [1_000]],
    ['a lost one alone was not charged', [lost('a')], later({ nano: 10e9 }), [0]],
    ['a lost one among others: a guess', [lost('a'), solved('b')], later(), []],
    ['nothing was charged for any', [lost('a'), solved('b')], later({ nano: 10e9 }), [0, 0]],
    ['nothing to tell', [newEntry()], later(), []],
    ['no entries', [], later(), []],
    ['a top-up between', [solved('a')], later({ nano: 20e9 }), []],
    ['less than what is known', [newEntry(), solved('a')], later(), []],
    ['not in dollars', [solved('a')], later({ nano: 1e9 }), []],
    ['too soon', [solved('a')], later({ at: first.at + 29_999 }), []],
    ['too long ago', [solved('a')], later({ at: first.at + 25 * 60 * MINUTE }), []],
    ['another account', [solved('a')], later({ account: 'B' }), []],
  ])('%s', (_name, entries, reading, nano) => {
    expect(costs(measured(first, reading, entries))).toEqual(nano);
  });
});

/** A service that takes 600,000 for a task and tells only its balance. */
function world() {
  const { ledger } = memoryLedger();
  const state = { now: NOON, nano: 10e9, meters: {} as Meters, open: 0, asked: 0, alarms: [] as number[] };
  let jobs = 0;
  const start = () =>
    createMeter({
      store: ledger,
      meters: {
        read: async () => state.meters,
        write: async (next) => {
          state.meters = structuredClone(next);
        },
      },
      busy: () => state.open > 0,
      ask: async (service) => {
        state.asked++;
        await live.meter.take(service, { nano: state.nano, at: state.now, account: 'A' });
      },
      wakeAt: (at) => void state.alarms.push(at),
      recorded: () => undefined,
      now: () => state.now,
    });
  const live = { meter: start() };
  return {
    state,
    restart: () => {
      live.meter = start();
    },
    due: () => live.meter.due(),
    check: () => live.meter.take('capkill', { nano: state.nano, at: state.now, account: 'A' }),
    async solve(over: Partial<Entry> = {}): Promise<void> {
      state.nano -= 600_000;
      const entry = solved(`job-${++jobs}`, { at: state.now, service: 'capkill', ...over });
      await live.meter.ended(await ledger.put(entry));
    },
    pass(ms: number): void {
      state.now += ms;
    },
    costs: async () => costs(await ledger.following({}, 100)),
  };
}

describe('the meter', () => {
  it('asks once after a spell, and has the next spell measured', async () => {
    const { state, solve, due, pass, costs: found } = world();
    await solve();
    pass(10_000);
    await solve();
    await due();
    expect(state.asked).toBe(0);
    pass(30_000);
    await due();
    expect([state.asked, await found()]).toEqual([1, [undefined, undefined]]);
    await solve();
    pass(30_000);
    await due();
    await due();
    expect([state.asked, await found()]).toEqual([2, [undefined, undefined, 600_000]]);
  });

  it('takes what the person looked up for the reading before', async () => {
    const { solve, due, pass, check, costs: found } = world();
    await check();
    pass(1_000);
    await solve();
    pass(10_000);
    // Too soon to say what it cost, and the reading before must stay.
    await check();
    pass(30_000);
    await due();
    expect(await found()).toEqual([600_000]);
  });

  it('goes on after the worker died', async () => {
    const { state, restart, solve, due, pass, check, costs: found } = world();
    await check();
    pass(MINUTE);
    await solve();
    expect(state.alarms).toEqual([state.now + 30_000]);
    restart();
    pass(31_000);
    await due();
    expect(await found()).toEqual([600_000]);
  });

  it('does not read while a task is at work: its charge is on neither side', async () => {
    const { state, solve, due, pass, check, costs: found } = world();
    await check();
    pass(MINUTE);
    await solve();
    state.open = 1;
    pass(MINUTE);
    await due();
    await check();
    expect([state.asked, state.alarms.at(-1)]).toEqual([0, state.now + 30_000]);
    state.open = 0;
    await solve();
    pass(MINUTE);
    await due();
    expect(await found()).toEqual([600_000, 600_000]);
  });

  it('asks nothing where the service tells', async () => {
    const { state, solve, due, pass } = world();
    await solve({ cost: { nano: 600_000, source: 'service' } });
    pass(MINUTE);
    await due();
    expect([state.asked, state.alarms, state.meters]).toEqual([0, [], {}]);
  });

  it('does not wait for a clock that was set back', async () => {
    const { state, solve, due, pass } = world();
    await solve();
    pass(-60 * MINUTE);
    await due();
    expect(state.asked).toBe(1);
  });
});
