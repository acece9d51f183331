import type { Means } from '../policy/decide';
import { type Account, taskFor } from '../services/client';
import { speaking } from '../services/dialect';
import type { Challenge } from '../widgets/challenge';
import { accountsOf } from './accounts';
import { formOf, pausedBy, pauseOf, type States } from './pauses';
import type { Settings } from './schema';

/** The type of the task that this account would be asked for, or null: it cannot take the challenge. */
export function taskTypeOf(account: Pick<Account, 'service' | 'dialect'>, challenge: Challenge): string | null {
  const task = taskFor(account, { ...challenge, websiteURL: 'https://any.example/' });
  return 'type' in task ? String(task['type']) : null;
}

/**
 * The account that takes a task for this challenge: the first of the person's order that can and is not paused for it.
 * Without a challenge: the first that is not paused.
 */
export function meansOf(settings: Settings, states: States, now: number, challenge?: Challenge): Means {
  const accounts = accountsOf(settings);
  const able = accounts.flatMap((account) => {
    const type = challenge ? taskTypeOf(account, challenge) : null;
    return challenge && type === null ? [] : [{ account, pause: pauseOf(states, account.service.id, type, now) }];
  });
  const means = ({ service, dialect }: Account): Means => ({ service: speaking(service, dialect), paused: null });
  // Those that could are all paused: that is what the person can put right.
  const chosen = able.find(({ pause }) => pause === null) ?? able[0];
  if (chosen) return { ...means(chosen.account), paused: pausedBy(chosen.pause ?? undefined, now) };
  const [first] = accounts;
  if (!first || !challenge) return { service: null, paused: null };
  const labels = accounts.map(({ service }) => service.label).join(', ');
  return { ...means(first), unsupported: `${labels}: this form of ${formOf(challenge)} is not solved there.` };
}

/** Where a job goes when its service could not take it: the next of the order that can and was not tried. */
export function nextService(
  settings: Settings,
  states: States,
  now: number,
  job: { service: string; tried: readonly string[]; challenge: Challenge },
): string | null {
  const next = accountsOf(settings).find((account) => {
    const { id } = account.service;
    if (id === job.service || job.tried.includes(id)) return false;
    const type = taskTypeOf(account, job.challenge);
    return type !== null && pauseOf(states, id, type, now) === null;
  });
  return next?.service.id ?? null;
}
