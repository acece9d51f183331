import type { Hook, Recorder } from './line';

/** Hooks by path, which stand before the vendor in every recorded call. */
export type Hooks = Record<string, Hook>;

/** Puts hooks before the recorder's calls; they are set in what this returns. Runs in the page's world. */
export function openHooks(recorder: Recorder): Hooks {
  const hooks = Object.create(null) as Hooks;
  recorder.pass = (path, args, vendor) => passed(hooks[path], args, vendor);
  return hooks;
}

/** Fails open: whatever a hook does, the vendor is called once and what it throws is thrown. */
export function passed(hook: Hook | undefined, args: unknown[], vendor: () => unknown): unknown {
  if (!hook) return vendor();
  let done: { result?: unknown; error?: unknown } | undefined;
  const original = () => {
    done = {};
    try {
      done.result = vendor();
      return done.result;
    } catch (error) {
      done = { error };
      throw error;
    }
  };
  try {
    return hook(args, original);
  } catch {
    if (!done) return vendor();
    if ('error' in done) throw done.error;
    return done.result;
  }
}
