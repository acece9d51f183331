import type { Kind } from '../widgets/kinds';
import { isOwnComputer } from './address';
import { speaking } from './dialect';
import type { AccountOptions } from './options';
import { serviceOf } from './registry';
import type { PollProfile } from './service';

export type { PollProfile } from './service';

const CAREFUL: PollProfile = { firstMs: 5_000, intervalMs: 5_000, giveUpMs: 180_000 };

/** On the person's own computer nobody counts requests, and what solves there is often done at once. Decision 0013. */
const NEAR_MS = 250;

/** What changes when to poll: dialect and address of a custom service, and options of the account. */
export interface Manner {
  dialect?: string | undefined;
  address?: string | undefined;
  options?: AccountOptions | undefined;
}

/** When to poll for a kind; careful where a service is no longer in the list (a job of an older version). */
export function serviceProfile(service: string, kind: Kind, { dialect, address, options }: Manner = {}): PollProfile {
  const known = serviceOf(service);
  const capability = known && speaking(known, dialect).capabilities[kind];
  if (!capability) return CAREFUL;
  const { polls, nocache } = capability;
  if (known.base === null && address !== undefined && isOwnComputer(address)) return { ...polls, firstMs: NEAR_MS };
  return nocache && options?.nocache ? { ...polls, firstMs: Math.max(polls.firstMs, nocache.firstMs) } : polls;
}
