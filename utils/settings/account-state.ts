import type { AccountProblem, AccountState } from '../messages/ui';
import type { Balance, Refusal } from '../services/client';
import { linkTo } from '../services/links';
import { refusalFor } from '../services/refusal';
import type { Service } from '../services/service';

/** A refusal as the person reads it, with the link that helps. */
export function problemState(service: Service, refusal: Refusal, now: number): AccountProblem {
  const link = linkTo(service, refusal.goTo);
  return {
    state: 'problem',
    // A pause for one type of task is no reason to stop the others.
    fatal: Boolean(refusal.pause) && refusal.scope !== 'type',
    code: refusal.code,
    ...(refusal.pause?.until === 'time' && { until: now + refusal.pause.ms }),
    problem: { message: refusal.message, advice: refusal.advice, ...(link && { link }) },
  };
}

export function balanceState(service: Service, balance: Balance, now: number): AccountState {
  // No balance shown rather than an error, or a pause, where a compatible service has no such method.
  if (balance.outcome === 'failed' && balance.refusal.code === 'ERROR_NO_SUCH_METHOD') return { state: 'no-balance' };
  if (balance.outcome === 'failed') return problemState(service, balance.refusal, now);
  // Asking with an empty account, again and again, earns a ban (fact sheet of services, 0.9).
  if (balance.amount <= 0)
    return { ...problemState(service, refusalFor(service, 'ERROR_ZERO_BALANCE'), now), collects: true };
  return { state: 'balance', amount: balance.amount, at: now };
}
