import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { checkAddress } from '../services/address';
import { SERVICES } from '../services/registry';
import { KINDS } from '../widgets/kinds';
import { Budgets, KindRule, Mode, type Settings, SiteRule, When } from './schema';

export interface PresetProblem {
  line: number;
  field: string;
  message: string;
}

const services = SERVICES.map(({ id }) => id) as [string, ...string[]];

/** `preset.json` in the extension's folder: a set-up without a hand. Fields left out stay as they are. */
const Preset = z.strictObject({
  service: z.enum(services),
  key: z.string().trim().min(1).max(512),
  address: z.string().optional(),
  wholeAddress: z.boolean().optional(),
  mode: Mode.optional(),
  when: When.optional(),
  privateWindows: z.boolean().optional(),
  kinds: z.partialRecord(z.enum(KINDS), KindRule).optional(),
  sites: z.record(z.string(), SiteRule).optional(),
  budgets: Budgets.partial().optional(),
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
  const address = addressIssue(value);
  if (parsed.success && !address) return { ok: true, preset: parsed.data };
  const issues: Issue[] = [...(parsed.error?.issues ?? []), ...(address ? [address] : [])];
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
function addressIssue(value: unknown): Issue | null {
  const fields = z.object({ service: z.string(), address: z.string().optional() }).safeParse(value).data;
  const service = fields && SERVICES.find(({ id }) => id === fields.service);
  if (!service) return null;
  const issue = (message: string): Issue => ({ code: 'custom', path: ['address'], message });
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

/** Settings with the preset on top. */
export function applyPreset(settings: Settings, preset: Preset): Settings {
  const { service, key, address, wholeAddress, budgets, sites, kinds, ...rest } = preset;
  const account = {
    service,
    clientKey: key,
    ...(address !== undefined && { address }),
    ...(wholeAddress !== undefined && { wholeAddress }),
  };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...settings,
    ...given,
    accounts: [account, ...settings.accounts.filter((other) => other.service !== service)],
    budgets: Budgets.parse({ ...settings.budgets, ...budgets }),
    sites: { ...settings.sites, ...sites },
    kinds: { ...settings.kinds, ...kinds },
  };
}
