import type { Signal } from '@preact/signals';
import type { AccountView, OptionsView, PatchAccount } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';

/** Balance checks that are under way or came to nothing, by service. */
export type Checks = Readonly<Record<string, 'asking' | 'failed' | undefined>>;
export type AccountPatch = Omit<PatchAccount, 'service'>;
export type AccountActions = ReturnType<typeof accountsOf>;

interface Deps {
  ask: typeof realAsk;
  /** Shows a change and sends it. */
  change(shown: (now: OptionsView) => OptionsView, send: () => Promise<unknown>): Promise<void>;
  edit(change: (now: OptionsView) => OptionsView): void;
  checks: Signal<Checks>;
}

/** What a person can do with the services that are set up. */
export function accountsOf({ ask, change, edit, checks }: Deps) {
  const withAccounts = (to: (accounts: AccountView[]) => AccountView[]) => (now: OptionsView) => ({
    ...now,
    accounts: to(now.accounts),
  });
  const withOne = (service: string, patch: Partial<AccountView>) =>
    withAccounts((accounts) => accounts.map((each) => (each.service === service ? { ...each, ...patch } : each)));

  return {
    order(services: string[]): Promise<void> {
      const place = ({ service }: AccountView) => services.indexOf(service);
      const shown = withAccounts((accounts) => [...accounts].sort((a, b) => place(a) - place(b)));
      return change(shown, () => ask('orderServices', { services }));
    },

    patch(service: string, patch: AccountPatch): Promise<void> {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      return change(withOne(service, given), () => ask('patchAccount', { service, ...patch }));
    },

    remove(service: string): Promise<void> {
      const shown = withAccounts((accounts) => accounts.filter((each) => each.service !== service));
      return change(shown, () => ask('removeKey', { service }));
    },

    /** Asks a service again for what it had refused to solve. */
    resume(service: string): Promise<void> {
      return change(withOne(service, { pauses: [] }), () => ask('resume', { service }));
    },

    async check(service: string): Promise<void> {
      if (checks.value[service] === 'asking') return;
      const mark = (to: Checks[string]) => {
        checks.value = { ...checks.value, [service]: to };
      };
      mark('asking');
      try {
        const state = await ask('checkBalance', { service });
        edit(withOne(service, { state }));
        mark(undefined);
      } catch {
        mark('failed');
      }
    },
  };
}

/** The services in order, with one of them moved up (-1) or down (+1). */
export function moved(services: readonly string[], service: string, by: -1 | 1): string[] {
  const from = services.indexOf(service);
  const rest = services.filter((each) => each !== service);
  return [...rest.slice(0, Math.max(0, from + by)), service, ...rest.slice(Math.max(0, from + by))];
}
