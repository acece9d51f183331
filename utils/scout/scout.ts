import { FOUND, type Found, HELLO } from '../page/line';

/** What the scout leaves for the agent in the isolated world's own global, which no page can see. */
export interface ScoutGlobal {
  solventLine?: EventTarget;
  /** What was found so far. */
  solventFound?: ReadonlySet<Found>;
  /** Tells again what was found. */
  solventAgain?: () => void;
}

/**
 * The isolated world's end of the line: hands it to the recorder and tells the background what that one finds. Comes with
 * each page of a tab, and into frames only where something calls for it, as an isolated world costs a frame more than all
 * the rest (decision 0016). Where there is one already, that one tells again.
 */
export function startScout(): void {
  const world = globalThis as ScoutGlobal;
  if (world.solventAgain) return world.solventAgain();
  const line = new EventTarget();
  const found = new Set<Found>();
  const { runtime } = chrome;
  // A worker that is gone (update) is no page's business.
  const tell = () => {
    if (runtime.id) runtime.sendMessage({ type: 'found', what: [...found] }).catch(() => undefined);
  };
  const again = () => {
    if (!found.size) return;
    // A page that is prerendered may never be looked at, and until it is the browser gives its frames other numbers and
    // the address of the page in front.
    if ((document as { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', tell);
    else tell();
  };
  line.addEventListener(FOUND, (event) => {
    found.add((event as CustomEvent<Found>).detail);
    again();
  });
  world.solventLine = line;
  world.solventFound = found;
  world.solventAgain = again;
  dispatchEvent(new FocusEvent(HELLO, { relatedTarget: line }));
}
