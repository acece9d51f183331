import type { Kind } from '../widgets/kinds';
import { serviceOf } from './registry';
import type { PollProfile } from './service';

export type { PollProfile } from './service';

const CAREFUL: PollProfile = { firstMs: 5_000, intervalMs: 5_000, giveUpMs: 180_000 };

/** When to poll for a kind; careful where a service is no longer in the list (a job of an older version). */
export const serviceProfile = (service: string, kind: Kind): PollProfile =>
  serviceOf(service)?.capabilities[kind]?.polls ?? CAREFUL;
