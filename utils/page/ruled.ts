import type { ScoutGlobal } from './scout';

/** Runs in the pages of sites with rules for pictures, and nowhere else: says that one may be here. */
export function startRuled(tell: () => void): void {
  // What the scout does for what it finds: a page that is prerendered may never be looked at.
  const say = () =>
    (document as { prerendering?: boolean }).prerendering
      ? document.addEventListener('prerenderingchange', tell, { once: true })
      : tell();
  (globalThis as ScoutGlobal).solventRuled = say;
  say();
}
