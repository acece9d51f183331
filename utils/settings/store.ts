import { storage } from '#imports';
import { MAX_RULE_HOSTS } from '../widgets/image/limits';
import { PictureRules } from '../widgets/image/rule';
import { Account, Budgets, DEFAULTS, Settings, SettingsPatch } from './schema';

const item = storage.defineItem<unknown>('local:settings', { fallback: DEFAULTS, version: 1 });

/**
 * A stored value that the schema rejects must not brick the popup: what is wrong falls back, the rest is kept, down to
 * the single account, the single limit and the single site with picture rules.
 */
export function read(value: unknown): Settings {
  const whole = Settings.safeParse(value);
  if (whole.success) return whole.data;
  if (!isRecord(value)) return DEFAULTS;
  const { accounts, budgets, pictures, ...rest } = value;
  const kept = Object.entries(rest).filter(([key, part]) => SettingsPatch.safeParse({ [key]: part }).success);
  const limits = isRecord(budgets)
    ? Object.entries(budgets).filter(([key, limit]) => Budgets.partial().safeParse({ [key]: limit }).success)
    : [];
  const sites = isRecord(pictures)
    ? Object.entries(pictures).filter(([host, rules]) => PictureRules.safeParse({ [host]: rules }).success)
    : [];
  return Settings.parse({
    ...Object.fromEntries(kept),
    pictures: Object.fromEntries(sites.slice(0, MAX_RULE_HOSTS)),
    accounts: Array.isArray(accounts) ? accounts.filter((account) => Account.safeParse(account).success) : [],
    budgets: { ...DEFAULTS.budgets, ...Object.fromEntries(limits) },
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

let turn: Promise<unknown> = Promise.resolve();
/** What is stored, as far as it was read; every task asks for it several times, and storage takes milliseconds. */
let kept: Promise<Settings> | undefined;

/** What the person set. The background is its only writer; `change` calls are taken one after another. */
export const settings = {
  get(): Promise<Settings> {
    kept ??= item.getValue().then(read);
    return kept;
  },
  change(edit: (current: Settings) => Settings): Promise<Settings> {
    const next = turn.then(async () => {
      const value = Settings.parse(edit(read(await item.getValue())));
      await item.setValue(value);
      kept = Promise.resolve(value);
      return value;
    });
    turn = next.catch(() => undefined);
    return next;
  },
  watch: (notify: (next: Settings) => void) =>
    item.watch((next) => {
      kept = Promise.resolve(read(next));
      notify(read(next));
    }),
};
