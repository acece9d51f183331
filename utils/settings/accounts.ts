import { storage } from '#imports';
import type { AccountState } from '../messages/ui';
import { checkAddress } from '../services/address';
import type { Account as ServiceAccount } from '../services/client';
import { serviceOf } from '../services/registry';
import { isTypeKeyOf } from './pauses';
import type { Settings } from './schema';

/** service id -> what was last seen of its account. Fatal codes pause a service: repeating them earns bans. */
const states = storage.defineItem<Record<string, AccountState>>('local:accountStates', { fallback: {} });

/** The service with its key and address as the client needs it, or null: no key, or an address that is refused. */
export function accountOf(settings: Settings, serviceId: string): ServiceAccount | null {
  const account = settings.accounts.find(({ service }) => service === serviceId);
  const service = serviceOf(serviceId);
  if (!account?.clientKey || !service) return null;
  const { clientKey, dialect, options, wholeAddress } = account;
  if (service.base !== null) return { service, base: service.base, clientKey, options, wholeAddress };
  const checked = checkAddress(account.address ?? '');
  return checked.ok ? { service, base: checked.base, clientKey, dialect, options, wholeAddress } : null;
}

/** The accounts that can be used, in the person's order. */
export const accountsOf = (settings: Settings): ServiceAccount[] =>
  settings.accounts.flatMap(({ service }) => accountOf(settings, service) ?? []);

let turn: Promise<unknown> = Promise.resolve();
/** As stored, as far as it was read: a pause must hold from the moment it is known. */
let kept: Promise<Record<string, AccountState>> | undefined;

/** One after another: two services that change at once must both be remembered. */
function change(edit: (all: Record<string, AccountState>) => Record<string, AccountState>): Promise<void> {
  const next = turn.then(async () => {
    const value = edit(await states.getValue());
    kept = Promise.resolve(value);
    await states.setValue(value);
  });
  turn = next.catch(() => undefined);
  return next;
}

export const accountStates = {
  get: async (service: string): Promise<AccountState> => (await accountStates.all())[service] ?? { state: 'unchecked' },
  /** `key`: of a service, or of one type of its tasks. */
  set: (key: string, state: AccountState): Promise<void> => change((all) => ({ ...all, [key]: state })),
  /** Forgets the pauses of a service that hold for one type of task; with `timed`, also those that end by themselves. */
  resume: (service: string, timed = true): Promise<void> =>
    change((all) => {
      const ends = (key: string, state: AccountState) =>
        isTypeKeyOf(key, service) && (timed || (state.state === 'problem' && state.until === undefined));
      return Object.fromEntries(Object.entries(all).filter(([key, state]) => !ends(key, state)));
    }),
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
