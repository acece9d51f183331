import { browser } from '#imports';
import type { Desk } from '../jobs/desk';
import { answer } from '../messages/answer';
import type { PopupView, SaveKeyReply, ServiceView } from '../messages/ui';
import { checkAddress } from '../services/address';
import type { Client } from '../services/client';
import { speaking } from '../services/dialect';
import { SERVICES, serviceOf } from '../services/registry';
import { accountOf, accountStates, balanceState } from '../settings/accounts';
import { presetView } from '../settings/preset-file';
import { settings } from '../settings/store';
import { webAddress } from './sender';

const services: ServiceView[] = SERVICES.map(({ id, label, keyHint, dashboard, base }) => ({
  id,
  label,
  keyHint,
  dashboard,
  custom: base === null,
}));

/** Answers popup and options. */
export function serveUi(deps: { desk(): Promise<Desk>; client: Client; now(): number }): void {
  async function check(service: string) {
    const account = accountOf(await settings.get(), service);
    if (!account) return { state: 'no-key' } as const;
    const state = speaking(account.service, account.dialect).tellsBalance
      ? balanceState(account.service, await deps.client.getBalance(account), deps.now())
      : ({ state: 'no-balance' } as const);
    await accountStates.set(service, state);
    return state;
  }

  answer('popup', async ({ tabId }): Promise<PopupView> => {
    const current = await settings.get();
    const first = current.accounts[0];
    const service = first?.service ?? services[0]?.id ?? '';
    const tab = tabId === undefined ? null : await browser.tabs.get(tabId).catch(() => null);
    const hostname = webAddress(tab?.url)?.hostname;
    return {
      services,
      service,
      clientKey: first?.clientKey ?? '',
      address: first?.address ?? '',
      account: first?.clientKey ? await accountStates.get(service) : { state: 'no-key' },
      mode: current.mode,
      site: hostname ? { hostname, mode: current.sites[hostname]?.mode ?? current.mode } : null,
      widgets: tabId === undefined ? [] : (await deps.desk()).views(tabId),
      preset: await presetView(),
    };
  });

  answer('options', async () => {
    const { accounts: _, ...rest } = await settings.get();
    return {
      settings: rest,
      budgets: rest.budgets,
      preset: await presetView(),
      version: browser.runtime.getManifest().version,
    };
  });

  answer('saveKey', async ({ service, clientKey, address }): Promise<SaveKeyReply> => {
    const known = serviceOf(service);
    if (!known) return { ok: false, field: 'key', message: 'There is no such service.' };
    if (!clientKey) return { ok: false, field: 'key', message: 'Type or paste the key of your account first.' };
    const checked = known.base === null ? checkAddress(address ?? '') : null;
    if (checked && !checked.ok) return { ok: false, field: 'address', message: checked.reason };
    await settings.change((current) => {
      const before = current.accounts.find((account) => account.service === service);
      const account = { ...before, service, clientKey, ...(checked?.ok && { address: checked.base }) };
      return { ...current, accounts: [account, ...current.accounts.filter((other) => other.service !== service)] };
    });
    return { ok: true, account: await check(service) };
  });

  answer('removeKey', async ({ service }) => {
    await settings.change((current) => ({
      ...current,
      accounts: current.accounts.filter((account) => account.service !== service),
    }));
    await accountStates.set(service, { state: 'unchecked' });
  });

  answer('checkBalance', ({ service }) => check(service));
  answer('setMode', async ({ mode }) => void (await settings.change((current) => ({ ...current, mode }))));

  answer('setSite', async ({ hostname, mode }) => {
    await settings.change((current) => {
      const { mode: _, ...rule } = current.sites[hostname] ?? {};
      const sites = { ...current.sites, [hostname]: mode ? { ...rule, mode } : rule };
      if (!Object.keys(sites[hostname] ?? {}).length) delete sites[hostname];
      return { ...current, sites };
    });
  });

  answer('patchSettings', async (patch) => {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    await settings.change((current) => ({ ...current, ...given }));
  });
}
