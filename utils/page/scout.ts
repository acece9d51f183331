import type { Kind } from '../widgets/kinds';
import { FOUND, LINE } from './line';

/** What the scout leaves for the agent and the background in the isolated world's own global, which no page can see. */
export interface ScoutGlobal {
  solventLine?: EventTarget;
  /** Tells again what was found. */
  solventAgain?: () => void;
  /** On sites with rules for pictures: tells that one may be here. */
  solventRuled?: () => void;
}

/**
 * The isolated world's end of the line: takes it from the recorder, which has one once it has found something, and passes
 * on what that one finds, by `tell`. One listener and nothing else: this world costs every frame of every page. `alive`:
 * false once the extension was reloaded, when another scout listens in a world of its own.
 */
export function startScout(tell: (kinds: Kind[]) => void, alive: () => boolean): void {
  window.addEventListener(
    LINE,
    (event) => {
      if (!alive()) return;
      event.stopImmediatePropagation();
      const line = (event as FocusEvent).relatedTarget;
      if (line) take(line, tell);
    },
    true,
  );
}

function take(line: EventTarget, tell: (kinds: Kind[]) => void): void {
  const world = globalThis as ScoutGlobal;
  if (world.solventLine) return;
  const kinds = new Set<Kind>();
  const say = () => tell([...kinds]);
  // A page that is prerendered may never be looked at, and until it is the browser gives its frames other numbers and
  // the address of the page in front.
  const sayInTime = () =>
    (document as { prerendering?: boolean }).prerendering
      ? document.addEventListener('prerenderingchange', say, { once: true })
      : say();
  line.addEventListener(FOUND, (event) => {
    kinds.add((event as CustomEvent<Kind>).detail);
    sayInTime();
  });
  world.solventLine = line;
  world.solventAgain = () => kinds.size && sayInTime();
}
