import { z } from 'zod';
import { checkAddress } from '../services/address';
import { DIALECTS } from '../services/dialect';
import { AccountOptions } from '../services/options';
import { SERVICES } from '../services/registry';
import { PictureRules } from '../widgets/image/rule';
import { KINDS } from '../widgets/kinds';
import { type FileIssue, type FileProblem, readJson } from './json-file';
import { type Account, Budgets, KeepDays, KindRule, Mode, Prices, type Settings, SiteRule, When } from './schema';

const services = SERVICES.map(({ id }) => id) as [string, ...string[]];

const dialects = DIALECTS.map(({ id }) => id) as [string, ...string[]];

const account = {
  service: z.enum(services),
  key: z.string().trim().min(1).max(512),
  address: z.string().optional(),
  dialect: z.enum(dialects).optional(),
  options: AccountOptions.optional(),
  wholeAddress: z.boolean().optional(),
};

/** `preset.json` in the extension's folder: a set-up without a hand. Fields left out stay as they are. */
const Preset = z.strictObject({
  ...account,
  /** Further services, in order: the next is tried when the ones before it cannot. */
  others: z.array(z.strictObject(account)).optional(),
  mode: Mode.optional(),
  when: When.optional(),
  privateWindows: z.boolean().optional(),
  kinds: z.partialRecord(z.enum(KINDS), KindRule).optional(),
  sites: z.record(z.string(), SiteRule).optional(),
  pictures: PictureRules.optional(),
  budgets: Budgets.partial().optional(),
  prices: Prices.optional(),
  keepDays: KeepDays.optional(),
});
export type Preset = z.infer<typeof Preset>;

/** Text of the file to a preset, or every error with the line (from 1) and the field where it is. Never the key. */
export function readPreset(text: string): { ok: true; preset: Preset } | { ok: false; problems: FileProblem[] } {
  const read = readJson(text, Preset, (value) => {
    const others = z.object({ others: z.array(z.unknown()) }).safeParse(value).data?.others ?? [];
    const addresses = [
      addressIssue(value, []),
      ...others.map((other, index) => addressIssue(other, ['others', index])),
    ];
    return addresses.flatMap((issue) => issue ?? []);
  });
  return read.ok ? { ok: true, preset: read.value } : read;
}

/** Where the address goes: the custom service must have one that is allowed, others take none. */
function addressIssue(value: unknown, at: (string | number)[]): FileIssue | null {
  const fields = z.object({ service: z.string(), address: z.string().optional() }).safeParse(value).data;
  const service = fields && SERVICES.find(({ id }) => id === fields.service);
  if (!service) return null;
  const issue = (message: string): FileIssue => ({ code: 'custom', path: [...at, 'address'], message });
  if (service.base !== null)
    return fields.address === undefined ? null : issue('Only the service "custom" takes an address.');
  const checked = checkAddress(fields.address ?? '');
  return checked.ok ? null : issue(checked.reason);
}

/** Settings with the preset on top: its services first, in its order. */
export function applyPreset(settings: Settings, preset: Preset): Settings {
  const {
    service,
    key,
    address,
    dialect,
    options,
    wholeAddress,
    others = [],
    budgets,
    sites,
    pictures,
    kinds,
    prices,
    ...rest
  } = preset;
  const accounts = [{ service, key, address, dialect, options, wholeAddress }, ...others].map(accountIn);
  const named = new Set(accounts.map((each) => each.service));
  return {
    ...settings,
    ...given(rest),
    accounts: [...accounts, ...settings.accounts.filter((other) => !named.has(other.service))],
    budgets: Budgets.parse({ ...settings.budgets, ...budgets }),
    sites: { ...settings.sites, ...sites },
    pictures: { ...settings.pictures, ...pictures },
    kinds: { ...settings.kinds, ...kinds },
    prices: { ...settings.prices, ...prices },
  };
}

function accountIn({ key, service, ...rest }: NonNullable<Preset['others']>[number]): Account {
  return { service, clientKey: key, ...given(rest) };
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
