import { storage } from '#imports';
import { DEFAULTS, Settings } from './schema';

const item = storage.defineItem<unknown>('local:settings', { fallback: DEFAULTS, version: 1 });

/** A stored value that the schema rejects must not brick the popup: what is wrong falls back, key by key. */
export function read(value: unknown): Settings {
  const whole = Settings.safeParse(value);
  if (whole.success) return whole.data;
  if (!value || typeof value !== 'object') return DEFAULTS;
  const kept: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (Settings.partial().safeParse({ [key]: part }).success) kept[key] = part;
  }
  return Settings.parse(kept);
}

let turn: Promise<unknown> = Promise.resolve();

/** What the person set. The background is its only writer; `change` calls are taken one after another. */
export const settings = {
  get: async (): Promise<Settings> => read(await item.getValue()),
  change(edit: (current: Settings) => Settings): Promise<Settings> {
    const next = turn.then(async () => {
      const value = Settings.parse(edit(read(await item.getValue())));
      await item.setValue(value);
      return value;
    });
    turn = next.catch(() => undefined);
    return next;
  },
  watch: (notify: (next: Settings) => void) => item.watch((next) => notify(read(next))),
};
