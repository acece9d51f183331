import { storage } from '#imports';

/** Service -> when it wants to be asked again (epoch ms). In the session's storage, as the worker may die meanwhile. */
const stored = storage.defineItem<Record<string, number>>('session:rests', { fallback: {} });

/** What services say with Retry-After holds for every job, not only for the one that heard it. */
export function createRests(now: () => number) {
  let kept: Promise<Record<string, number>> | undefined;
  const all = () => {
    kept ??= stored.getValue();
    return kept;
  };

  return {
    /** How long a service is to be left alone, in ms; 0: it may be asked. */
    left: async (service: string): Promise<number> => Math.max(0, ((await all())[service] ?? 0) - now()),

    async note(service: string, ms: number | null): Promise<void> {
      if (ms === null) return;
      const known = await all();
      const rests = { ...known, [service]: Math.max(known[service] ?? 0, now() + ms) };
      kept = Promise.resolve(rests);
      await stored.setValue(rests);
    },
  };
}

export type Rests = ReturnType<typeof createRests>;
