import { browser } from '#imports';
import type { Desk } from '../jobs/desk';
import { answer } from '../messages/answer';
import type {
  AccountView,
  ImportReply,
  PopupView,
  ReportReply,
  SaveKeyReply,
  ServiceView,
  WidgetView,
} from '../messages/ui';
import { checkAddress } from '../services/address';
import type { Client } from '../services/client';
import { DIALECTS, speaking } from '../services/dialect';
import { SERVICES, serviceOf } from '../services/registry';
import { accountStates } from '../settings/accounts';
import { type States, typePauses } from '../settings/pauses';
import { withFile } from '../settings/pictures';
import { presetView } from '../settings/preset-file';
import type { Account, Settings } from '../settings/schema';
import { settings } from '../settings/store';
import type { Books } from './books';
import { createCheck } from './check';
import { lookAgain } from './scouts';
import { webAddress } from './sender';

const servicesFor = ({ accounts }: Settings): ServiceView[] =>
  SERVICES.map(({ id, label, keyHint, dashboard, base }) => ({
    id,
    label,
    keyHint,
    dashboard,
    custom: base === null,
    hasKey: accounts.some(({ service, clientKey }) => service === id && clientKey !== ''),
  }));

export interface UiDeps {
  desk(): Promise<Desk>;
  client: Pick<Client, 'getBalance'>;
  /** Reports the answer of a job as wrong: null, or why that was not possible. */
  report(job: string): Promise<string | null>;
  /** Answers of this tab and site whose jobs are gone and that can still be reported. */
  past(tabId: number, site: string | undefined): Promise<WidgetView[]>;
  books: Books;
  /** Starts the picker in a frame of a tab. */
  pick(tabId: number, frameId: number): Promise<void>;
  now(): number;
}

/** Answers popup and options. */
export function serveUi(deps: UiDeps): void {
  const check = createCheck(deps);

  /** Agents at rest may have lost their line with the last worker: then they are asked to come back. */
  async function viewsOf(tabId: number): Promise<WidgetView[]> {
    const views = (await deps.desk()).views(tabId);
    if (!views.length) void lookAgain((await settings.get()).pictures, tabId);
    return views;
  }

  answer('popup', async ({ tabId }): Promise<PopupView> => {
    const current = await settings.get();
    const first = current.accounts[0];
    const services = servicesFor(current);
    const service = first?.service ?? services[0]?.id ?? '';
    const tab = tabId === undefined ? null : await browser.tabs.get(tabId).catch(() => null);
    const hostname = webAddress(tab?.url)?.hostname;
    const states = await accountStates.all();
    return {
      services,
      service,
      clientKey: first?.clientKey ?? '',
      address: first?.address ?? '',
      dialect: first?.dialect ?? 'capmonster',
      dialects: DIALECTS,
      account: first?.clientKey ? (states[service] ?? { state: 'unchecked' }) : { state: 'no-key' },
      problems: current.accounts.flatMap((account) => problemsOf(account.service, service, states, deps.now())),
      mode: current.mode,
      site: hostname ? { hostname, mode: current.sites[hostname]?.mode ?? current.mode } : null,
      widgets: tabId === undefined ? [] : [...(await viewsOf(tabId)), ...(await deps.past(tabId, hostname))],
      preset: await presetView(),
      // A ledger that cannot be read must not take the popup with it.
      today: await deps.books.today().catch(() => null),
    };
  });

  answer('options', async () => {
    const { accounts, ...rest } = await settings.get();
    const states = await accountStates.all();
    return {
      accounts: accounts.flatMap((account) => accountView(account, states, deps.now()) ?? []),
      dialects: DIALECTS,
      settings: rest,
      budgets: rest.budgets,
      preset: await presetView(),
      version: browser.runtime.getManifest().version,
    };
  });

  answer('saveKey', async ({ service, clientKey, address, dialect }): Promise<SaveKeyReply> => {
    const known = serviceOf(service);
    if (!known) return { ok: false, field: 'key', message: 'There is no such service.' };
    if (!clientKey) return { ok: false, field: 'key', message: 'Type or paste the key of your account first.' };
    const checked = known.base === null ? checkAddress(address ?? '') : null;
    if (checked && !checked.ok) return { ok: false, field: 'address', message: checked.reason };
    await settings.change((current) => {
      const before = current.accounts.find((account) => account.service === service);
      const own = checked?.ok && { address: checked.base, ...(isDialect(dialect) && { dialect }) };
      const account = { ...before, service, clientKey, ...own };
      return { ...current, accounts: [account, ...current.accounts.filter((other) => other.service !== service)] };
    });
    // Another key, address or dialect deserves a new chance.
    await accountStates.resume(service);
    return { ok: true, account: await check(service, true) };
  });

  answer('removeKey', async ({ service }) => {
    await settings.change((current) => ({
      ...current,
      accounts: current.accounts.filter((account) => account.service !== service),
    }));
    await accountStates.set(service, { state: 'unchecked' });
    await accountStates.resume(service);
  });

  answer('resume', ({ service }) => accountStates.resume(service));

  answer('useService', async ({ service }) => {
    await settings.change((current) => ({ ...current, accounts: inOrder(current.accounts, [service]) }));
  });

  answer('orderServices', async (request) => {
    await settings.change((current) => ({ ...current, accounts: inOrder(current.accounts, request.services) }));
  });

  answer('patchAccount', async ({ service, wholeAddress, address, dialect, options }) => {
    const patch = {
      ...(address !== undefined && { address: customAddress(service, address) }),
      ...(wholeAddress !== undefined && { wholeAddress }),
      ...(isDialect(dialect) && { dialect }),
      ...(options && { options }),
    };
    await settings.change((current) => ({
      ...current,
      accounts: current.accounts.map((account) => (account.service === service ? { ...account, ...patch } : account)),
    }));
    // Another address is another account: what was seen of the last one says nothing of it.
    if ('address' in patch) await accountStates.set(service, { state: 'unchecked' });
    if ('address' in patch || 'dialect' in patch) await accountStates.resume(service);
  });

  answer('reportIncorrect', async ({ job }): Promise<ReportReply> => {
    const message = await deps.report(job);
    return message === null
      ? { ok: true }
      : { ok: false, problem: { message, advice: 'The service may take reports for a short time only.' } };
  });

  answer('checkBalance', ({ service }) => check(service));
  answer('setMode', async ({ mode }) => void (await settings.change((current) => ({ ...current, mode }))));

  answer('importPictures', async ({ text }): Promise<ImportReply> => {
    let reply: ImportReply = { ok: false, problems: [] };
    await settings.change((current) => {
      const read = withFile(current.pictures, text);
      reply = read.ok ? { ok: true, added: read.added, known: read.known } : read;
      return read.ok ? { ...current, pictures: read.pictures } : current;
    });
    return reply;
  });

  answer('pickPicture', ({ tabId }) => deps.pick(tabId, 0));

  answer('allowMore', async ({ budget, site }) => (await deps.desk()).allowMore(budget, site));

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

/** The page checks what is typed; here a key must not be sent where it may not, whoever asks. */
function customAddress(service: string, typed: string): string {
  const checked = serviceOf(service)?.base === null ? checkAddress(typed) : null;
  if (!checked?.ok) throw new Error(`patchAccount: no address for ${service}`);
  return checked.base;
}

const isDialect = (id: string | undefined): id is string => DIALECTS.some((dialect) => dialect.id === id);

/** Those that are named first, in that order, then the rest as they were. */
function inOrder(accounts: readonly Account[], first: readonly string[]): Account[] {
  const named = first.flatMap((id) => accounts.find(({ service }) => service === id) ?? []);
  return [...new Set([...named, ...accounts])];
}

/** What is wrong with a service, apart from what the popup says of the one it is open for. */
function problemsOf(id: string, shown: string, states: States, now: number): PopupView['problems'] {
  const state = states[id];
  const own = id !== shown && state?.state === 'problem' && !(state.until !== undefined && now >= state.until);
  return [...(own ? [state] : []), ...typePauses(states, id, now)].map((account) => ({ service: id, account }));
}

function accountView(account: Account, states: States, now: number): AccountView | null {
  const service = serviceOf(account.service);
  if (!service) return null;
  return {
    service: service.id,
    label: service.label,
    custom: service.base === null,
    state: account.clientKey ? (states[service.id] ?? { state: 'unchecked' }) : { state: 'no-key' },
    pauses: typePauses(states, service.id, now),
    wholeAddress: account.wholeAddress ?? false,
    address: service.base === null ? (account.address ?? '') : null,
    dialect: service.base === null ? (account.dialect ?? 'capmonster') : null,
    options: account.options ?? {},
    optionNames: speaking(service, account.dialect).options,
  };
}
