import type { AccountState } from '../messages/ui';
import type { Means } from '../policy/decide';
import { type Account, taskFor } from '../services/client';
import { speaking } from '../services/dialect';
import type { Challenge } from '../widgets/challenge';
import { KIND_LABELS } from '../widgets/kinds';
import { accountsOf, pausedBy } from './accounts';
import type { Settings } from './schema';

type States = Readonly<Record<string, AccountState>>;

const can = (account: Account, challenge: Challenge) =>
  !('unsupported' in taskFor(account, { ...challenge, websiteURL: 'https://any.example/' }));

/**
 * The account that takes a task for this challenge: the first of the person's order that is not paused and can. Without
 * a challenge: the first that is not paused.
 */
export function meansOf(settings: Settings, states: States, now: number, challenge?: Challenge): Means {
  const accounts = accountsOf(settings);
  const awake = accounts.filter(({ service }) => pausedBy(states[service.id], now) === null);
  const able = challenge ? awake.filter((account) => can(account, challenge)) : awake;
  const [first] = able.length ? able : awake.length ? awake : accounts;
  if (!first) return { service: null, paused: null };
  const means: Means = {
    service: speaking(first.service, first.dialect),
    paused: awake.length ? null : pausedBy(states[first.service.id], now),
  };
  if (!challenge || able.length || !awake.length) return means;
  // One that could is paused: that is what the person can put right.
  const asleep = accounts.find((account) => can(account, challenge));
  if (asleep)
    return { service: speaking(asleep.service, asleep.dialect), paused: pausedBy(states[asleep.service.id], now) };
  const labels = awake.map(({ service }) => service.label).join(', ');
  const form = challenge.enterprise ? `${KIND_LABELS[challenge.kind]} Enterprise` : KIND_LABELS[challenge.kind];
  return { ...means, unsupported: `${labels}: this form of ${form} is not solved there.` };
}

/** Where a job goes when its service could not take it: the next of the order that can and was not tried. */
export function nextService(
  settings: Settings,
  states: States,
  now: number,
  job: { service: string; tried: readonly string[]; challenge: Challenge },
): string | null {
  const next = accountsOf(settings).find(
    (account) =>
      account.service.id !== job.service &&
      !job.tried.includes(account.service.id) &&
      pausedBy(states[account.service.id], now) === null &&
      can(account, job.challenge),
  );
  return next?.service.id ?? null;
}
