import type { AccountProblem, AccountState } from '../messages/ui';
import type { Refusal } from '../services/client';
import type { Service } from '../services/service';
import type { Challenge } from '../widgets/challenge';
import { KIND_LABELS } from '../widgets/kinds';
import { problemState } from './account-state';

/** What was last seen of each account, and under `typeKey` what pauses one type of its tasks. */
export type States = Readonly<Record<string, AccountState>>;

/** Service ids hold no slash. */
export const typeKey = (service: string, type: string): string => `${service}/${type}`;
export const isTypeKeyOf = (key: string, service: string): boolean => key.startsWith(typeKey(service, ''));

export const isPause = (state: AccountState | undefined, now: number): state is AccountProblem =>
  state?.state === 'problem' && state.fatal && !(state.until !== undefined && now >= state.until);

/** Why a service in this state takes no tasks now, or null. */
export const pausedBy = (state: AccountState | undefined, now: number): string | null =>
  isPause(state, now) ? `${state.problem.message} ${state.problem.advice}` : null;

/** What keeps a service from being asked for a task of this type, or for anything (null); null: nothing does. */
export function pauseOf(states: States, service: string, type: string | null, now: number): AccountProblem | null {
  const found = [states[service], type === null ? undefined : states[typeKey(service, type)]];
  return found.find((state) => isPause(state, now)) ?? null;
}

/** The pauses of a service that hold for some types of task alone. */
export const typePauses = (states: States, service: string, now: number): AccountProblem[] =>
  Object.entries(states).flatMap(([key, state]) => (isTypeKeyOf(key, service) && isPause(state, now) ? [state] : []));

/** What a challenge is called where forms of its kind differ. */
export const formOf = (challenge: Challenge): string =>
  'enterprise' in challenge && challenge.enterprise
    ? `${KIND_LABELS[challenge.kind]} Enterprise`
    : KIND_LABELS[challenge.kind];

interface Met {
  challenge: Challenge;
  /** Type of the task that was refused. */
  type: string;
  /** Refused while asking for its result. */
  polling: boolean;
}

/** What a refusal pauses and how that is remembered, or null: it pauses nothing. */
export function pauseFor(
  service: Service,
  refusal: Refusal,
  { challenge, type, polling }: Met,
  now: number,
): { key: string; state: AccountState } | null {
  if (!refusal.pause) return null;
  const state = problemState(service, refusal, now);
  if (refusal.scope === 'type')
    return { key: typeKey(service.id, type), state: { ...state, fatal: true, about: formOf(challenge) } };
  // Tasks that were made before the money ran out are paid for: their answers are still fetched.
  return {
    key: service.id,
    state: { ...state, ...(refusal.pause.until === 'money' && !polling && { collects: true }) },
  };
}
