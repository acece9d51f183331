import 'fake-indexeddb/auto';
import type { Entry } from '../../utils/ledger/entry';
import { openLedger } from '../../utils/ledger/store';

let count = 0;

/** A ledger of its own, in memory. `reopen`: as the next worker finds it. */
export function memoryLedger() {
  const name = `ledger-${++count}`;
  return { ledger: openLedger(name), reopen: () => openLedger(name) };
}

/** 2026-11-22, noon in UTC. */
export const NOON = Date.UTC(2026, 10, 22, 12);

export const newEntry = (over: Partial<Entry> = {}): Entry => ({
  job: 'job-1',
  at: NOON,
  day: '2026-11-22',
  site: 'shop.example',
  origin: 'https://shop.example',
  pathHash: '0123456789abcdef',
  kind: 'recaptcha',
  service: 'capmonster',
  noticedAt: NOON - 9_000,
  createdAt: NOON - 8_000,
  readyAt: NOON - 1_000,
  deliveredAt: NOON,
  polls: 3,
  outcome: 'delivered',
  errorCode: '',
  cost: { nano: 600_000, source: 'service' },
  reported: false,
  ...over,
});
