import type { Kind } from '../widgets/kinds';
import { FOUND, HELLO } from './line';

/** What the scout leaves for the agent and the background in the isolated world's own global, which no page can see. */
export interface ScoutGlobal {
  solventLine?: EventTarget;
  /** Tells again what was found. */
  solventAgain?: () => void;
}

/**
 * The isolated world's end of the line: hands it to the recorder and passes on what that one finds, by `tell`. Touches
 * nothing of the document, which this world would pay for in every frame.
 */
export function startScout(tell: (kinds: Kind[]) => void): void {
  const world = globalThis as ScoutGlobal;
  const line = new EventTarget();
  const kinds = new Set<Kind>();
  line.addEventListener(FOUND, (event) => {
    kinds.add((event as CustomEvent<Kind>).detail);
    tell([...kinds]);
  });
  world.solventLine = line;
  world.solventAgain = () => kinds.size && tell([...kinds]);
  window.dispatchEvent(new MouseEvent(HELLO, { relatedTarget: line, cancelable: true }));
}
