import { storage } from '#imports';
import type { AccountState } from '../messages/ui';
import { checkAddress } from '../services/address';
import type { Balance, Refusal, Account as ServiceAccount } from '../services/client';
import { errorFact } from '../services/errors';
import { serviceOf } from '../services/registry';
import type { Service } from '../services/service';
import type { Settings } from './schema';

/** service id -> what was last seen of its account. Fatal codes pause a service: repeating them earns bans. */
const states = storage.defineItem<Record<string, AccountState>>('local:accountStates', { fallback: {} });

/** The service with its key and address as the client needs it, or null: no key, or an address that is refused. */
export function accountOf(settings: Settings, serviceId: string): ServiceAccount | null {
  const account = settings.accounts.find(({ service }) => service === serviceId);
  const service = serviceOf(serviceId);
  if (!account?.clientKey || !service) return null;
  const { clientKey, dialect, options } = account;
  if (service.base !== null) return { service, base: service.base, clientKey, options };
  const checked = checkAddress(account.address ?? '');
  return checked.ok ? { service, base: checked.base, clientKey, dialect, options } : null;
}

/** The accounts that can be used, in the person's order. */
export const accountsOf = (settings: Settings): ServiceAccount[] =>
  settings.accounts.flatMap(({ service }) => accountOf(settings, service) ?? []);

/** A refusal as the person reads it, with the link that helps. */
export function problemState(service: Service, refusal: Refusal, now: number): AccountState {
  const url = refusal.goTo ? service[refusal.goTo] : null;
  const label = refusal.goTo === 'topUp' ? 'Top up' : 'Open dashboard';
  return {
    state: 'problem',
    // A pause for one type of task is no reason to stop the others.
    fatal: Boolean(refusal.pause) && refusal.scope !== 'type',
    ...(refusal.pause?.until === 'time' && { until: now + refusal.pause.ms }),
    problem: { message: refusal.message, advice: refusal.advice, ...(url && { link: { label, url } }) },
  };
}

export function balanceState(service: Service, balance: Balance, now: number): AccountState {
  if (balance.outcome === 'failed') return problemState(service, balance.refusal, now);
  // Asking with an empty account, again and again, earns a ban (fact sheet of services, 0.9).
  if (balance.amount <= 0)
    return problemState(service, { ...errorFact('ERROR_ZERO_BALANCE'), code: '', retryAfterMs: null }, now);
  return { state: 'balance', amount: balance.amount, at: now };
}

let turn: Promise<unknown> = Promise.resolve();
/** As stored, as far as it was read: a pause must hold from the moment it is known. */
let kept: Promise<Record<string, AccountState>> | undefined;

export const accountStates = {
  get: async (service: string): Promise<AccountState> => (await accountStates.all())[service] ?? { state: 'unchecked' },
  /** One after another: two services that change at once must both be remembered. */
  set(service: string, state: AccountState): Promise<void> {
    const next = turn.then(async () => {
      const value = { ...(await states.getValue()), [service]: state };
      kept = Promise.resolve(value);
      await states.setValue(value);
    });
    turn = next.catch(() => undefined);
    return next;
  },
  watch: (notify: () => void) =>
    states.watch((next) => {
      kept = Promise.resolve(next ?? {});
      notify();
    }),
  all(): Promise<Record<string, AccountState>> {
    kept ??= states.getValue();
    return kept;
  },
};

/** Why a service in this state takes no tasks now, or null. */
export function pausedBy(state: AccountState | undefined, now: number): string | null {
  if (state?.state !== 'problem' || !state.fatal || (state.until !== undefined && now >= state.until)) return null;
  return `${state.problem.message} ${state.problem.advice}`;
}
