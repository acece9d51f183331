import type { Entry } from './entry';
import { APART_MS, isUnpriced, measured, type Reading } from './measure';
import type { LedgerStore } from './store';

/** Service -> its last quiet reading, and since when another one is wanted. */
export type Meters = Readonly<Record<string, { reading?: Reading; wantedSince?: number }>>;

export interface MeterDeps {
  store: Pick<LedgerStore, 'following' | 'put'>;
  meters: { read(): Promise<Meters>; write(next: Meters): Promise<void> };
  /** Whether a task of this service is at work: its charge may fall on either side of a reading. */
  busy(service: string): boolean;
  /** Asks for the balance, which comes back by `take`, unless the service must not be asked just now. */
  ask(service: string): Promise<void>;
  /** Has `due` called at this time, also if the worker dies. */
  wakeAt(at: number): void;
  recorded(entry: Entry): void;
  now(): number;
}

/** More than these are not shared out. */
const MOST = 500;

/**
 * Measures what tasks cost at services that do not tell: by the balance before and after. A service is asked once after
 * a spell of tasks, half a minute after the last of them, and never while one is at work. The reading after one spell is
 * the one before the next.
 */
export function createMeter({ store, meters, busy, ask, wakeAt, recorded, now }: MeterDeps) {
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  const change = async (service: string, to: Meters[string]) =>
    meters.write({ ...(await meters.read()), [service]: { ...(await meters.read())[service], ...to } });

  async function forgetWanted(service: string): Promise<void> {
    const { [service]: { reading } = {}, ...others } = await meters.read();
    await meters.write({ ...others, ...(reading && { [service]: { reading } }) });
  }

  async function take(service: string, reading: Reading): Promise<void> {
    if (busy(service)) return;
    const before = (await meters.read())[service]?.reading;
    const from = Math.min(before?.at ?? reading.at, reading.at - APART_MS);
    const entries = await store.following({ service }, MOST, [from, '']);
    // A charge may still be on its way.
    if (entries.some(({ at }) => at > reading.at - APART_MS)) return;
    const between = entries.filter(({ at }) => before && at >= before.at);
    const same = before?.account === reading.account;
    if (before && same && reading.at - before.at < APART_MS && between.some(isUnpriced)) return;
    if (before && entries.length < MOST)
      for (const entry of measured(before, reading, between)) recorded(await store.put(entry));
    await change(service, { reading });
  }

  async function settle(service: string, since: number): Promise<void> {
    const waited = now() - since;
    // A clock that was set back would have it wait for as long.
    if (busy(service) || (waited >= 0 && waited < APART_MS)) return wakeAt(now() + APART_MS);
    await inTurn(() => forgetWanted(service));
    await ask(service);
  }

  return {
    /** A job is in the ledger. Where nobody told its cost, the balance will be looked at. */
    async ended(entry: Entry): Promise<void> {
      if (!isUnpriced(entry)) return;
      await inTurn(() => change(entry.service, { wantedSince: now() }));
      wakeAt(now() + APART_MS);
    },

    /** A balance was read, for whatever reason. */
    take: (service: string, reading: Reading): Promise<void> => inTurn(() => take(service, reading)),

    /** Some time has passed: services that are waited for are asked. */
    async due(): Promise<void> {
      for (const [service, { wantedSince }] of Object.entries(await meters.read()))
        if (wantedSince !== undefined) await settle(service, wantedSince);
    },
  };
}

export type Meter = ReturnType<typeof createMeter>;
