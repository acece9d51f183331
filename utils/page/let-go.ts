import type { Recorder } from './line';

/** As many as may wait for a page part that comes after all: Solvent may be turned on while the page is open. */
export const KEPT = 100;

/**
 * Nobody will come to see what vendors hand to this page: what is held for that goes its way now, and what comes later
 * at once. Runs in the page's world by itself, as text: nothing from outside of it is there.
 */
export function letGo(hello: string, kept: number): void {
  const install = (recorder: Recorder) => {
    // A page part is there, and lets everything go by itself.
    if (recorder.pass) return;
    const { held } = recorder;
    recorder.greet = (args, go, trace) => {
      if (held.length < kept) held[held.length] = [args, go, trace];
      return go();
    };
    for (let index = 0; index < held.length; index++)
      try {
        held[index]?.[1]();
      } catch (error) {
        // The page's own, and the others' turn comes none the less.
        reportError(error);
      }
  };
  window.dispatchEvent(new CustomEvent(hello, { detail: install }));
}
