/** Times (epoch ms) at which a field was answered without a person's press, by field. */
export type Tried = Readonly<Record<string, readonly number[]>>;

/** A form that comes back after this long is a new one. */
export const TRIES_MS = 120_000;

const recent = (times: readonly number[] = [], now: number) => times.filter((at) => at <= now && now - at < TRIES_MS);

export const triesOf = (tried: Tried, field: string, now: number): number => recent(tried[field], now).length;

/** With one more; what is old is forgotten. */
export const withTry = (tried: Tried, field: string, now: number): Tried =>
  Object.fromEntries(
    Object.entries({ ...tried, [field]: [...(tried[field] ?? []), now] }).flatMap(([name, times]) => {
      const kept = recent(times, now);
      return kept.length ? [[name, kept]] : [];
    }),
  );

/** A person's press begins anew. */
export const withoutTries = (tried: Tried, field: string): Tried =>
  Object.fromEntries(Object.entries(tried).filter(([name]) => name !== field));

export interface Tries {
  of(field: string): number;
  /** Counts at once. */
  add(field: string): void;
  clear(field: string): void;
}

/** The count of tries, kept by `save`: the page is left between two of them, and the worker may be. */
export function createTries(start: Tried, save: (tried: Tried) => void, now: () => number): Tries {
  let tried = start;
  const keep = (next: Tried) => {
    tried = next;
    save(next);
  };
  return {
    of: (field) => triesOf(tried, field, now()),
    add: (field) => keep(withTry(tried, field, now())),
    clear: (field) => field in tried && keep(withoutTries(tried, field)),
  };
}
