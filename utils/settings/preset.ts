import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { checkAddress } from '../services/address';
import { DIALECTS } from '../services/dialect';
import { AccountOptions } from '../services/options';
import { SERVICES } from '../services/registry';
import { PictureRules } from '../widgets/image/rule';
import { KINDS } from '../widgets/kinds';
import { type Account, Budgets, KeepDays, KindRule, Mode, Prices, type Settings, SiteRule, When } from './schema';

export interface PresetProblem {
  line: number;
  field: string;
  message: string;
}

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
export function readPreset(text: string): { ok: true; preset: Preset } | { ok: false; problems: PresetProblem[] } {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const what = first
      ? printParseErrorCode(first.error)
          .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
          .toLowerCase()
      : 'it is empty';
    return { ok: false, problems: [{ line: lineOf(first?.offset ?? 0), field: '', message: `Not JSON: ${what}.` }] };
  }
  const value: unknown = JSON.parse(text);
  const parsed = Preset.safeParse(value);
  const others = z.object({ others: z.array(z.unknown()) }).safeParse(value).data?.others ?? [];
  const addresses = [addressIssue(value, []), ...others.map((other, index) => addressIssue(other, ['others', index]))];
  const issues: Issue[] = [...(parsed.error?.issues ?? []), ...addresses.flatMap((issue) => issue ?? [])];
  if (parsed.success && !issues.length) return { ok: true, preset: parsed.data };
  const problems = issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const extra = issue.code === 'unrecognized_keys' && issue.keys ? issue.keys : [null];
    return extra.map((key) => {
      const at = key === null ? path : [...path, key];
      return {
        line: lineOf(nearest(tree, at).offset),
        field: at.join('.'),
        message: key === null ? issue.message : 'There is no such field.',
      };
    });
  });
  return { ok: false, problems };
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'> & { code: string | undefined; keys?: string[] };

/** Where the address goes: the custom service must have one that is allowed, others take none. */
function addressIssue(value: unknown, at: (string | number)[]): Issue | null {
  const fields = z.object({ service: z.string(), address: z.string().optional() }).safeParse(value).data;
  const service = fields && SERVICES.find(({ id }) => id === fields.service);
  if (!service) return null;
  const issue = (message: string): Issue => ({ code: 'custom', path: [...at, 'address'], message });
  if (service.base !== null)
    return fields.address === undefined ? null : issue('Only the service "custom" takes an address.');
  const checked = checkAddress(fields.address ?? '');
  return checked.ok ? null : issue(checked.reason);
}

/** The node of a path, or of the nearest parent that is there (a missing field has no line of its own). */
function nearest(tree: Node, path: (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.parent?.type === 'property' ? node.parent : node;
  }
  return tree;
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
