import type { Find } from '../widgets/find';
import { apply, includes, keys, later, listen, matches, querySelector } from './natives';

/**
 * When what the document says by itself is looked at. Not at its `readystatechange`: that would be one of the larger costs
 * of frames without a captcha, before the page around them has loaded. Vendors' scripts and pictures are heard of at once.
 */
const FIRST_MS = 500;

/** How often what happens may be a reason to look: a look at a page of 100,000 nodes takes some 20 ms. */
const PAUSE_MS = 2_000;

/**
 * Notices the first sign of a widget of each kind, by its table. Runs in the page's world, where the document is known
 * already: an isolated world that touches it costs every frame 0.7 MB. Observes nothing: a page without a captcha pays
 * for three listeners, and one that moves all the time for no more. `greeted`: a script that will hand its API to this
 * function of the page is here. What comes back is to be told of each recorded call, and (`path=`) of each global or
 * method that has appeared.
 */
export function watchArrivals(
  finds: Readonly<Record<string, Find>>,
  found: (kind: string) => void,
  greeted: (name: string) => void,
): (path: string) => void {
  const waiting = keys(finds);
  // Without a part it is "undefined" that is looked for, which no path holds.
  const holds = (text: string, part?: string) => apply(includes, text, [part]) as boolean;

  /** Looks for the kinds that were not found yet. */
  function look(isHere: (find: Find) => unknown): void {
    for (let index = waiting.length - 1; index >= 0; index--) {
      const kind = waiting[index] as string;
      if (!isHere(finds[kind] as Find)) continue;
      // Swapped with the last and cut off: `splice` may be the page's by now.
      waiting[index] = waiting[waiting.length - 1] as string;
      waiting.length--;
      found(kind);
    }
  }
  function inDocument({ selector }: Find): unknown {
    let element: HTMLElement | null | undefined;
    try {
      element = apply(querySelector, document, [selector]) as HTMLElement | null;
      if (element) greet(element);
    } catch {
      // Natives that were not taken are the page's by now.
    }
    return element;
  }
  let resting = false;
  /** Now, and once more for what comes of it: what a script draws does not load. */
  function lookAround(): void {
    if (resting) return;
    resting = true;
    look(inDocument);
    later(() => {
      resting = false;
      look(inDocument);
    }, PAUSE_MS);
  }

  /**
   * A vendor's script that calls back: what it will call is named in its address or in an attribute. Once more when the
   * page has heard of the script too: a component that is mounted anew sets the same name again.
   */
  function greet({ src, dataset }: HTMLElement & { src?: string }): void {
    for (const kind in finds) {
      const match = src && finds[kind]?.greets?.exec(src);
      const name = match && (match[1] ?? dataset['callback']);
      if (!name) continue;
      greeted(name);
      later(() => greeted(name), 0);
    }
  }

  apply(listen, document, [
    'load',
    ({ target }: Event) => {
      try {
        // Not by a native taken at the start: that one alone would cost every frame 6 kB.
        const { src } = target as HTMLIFrameElement;
        greet(target as HTMLElement);
        look((find) => apply(matches, target, [find.selector]) || (holds(src, find.address) && inDocument(find)));
      } catch {
        // Loads of what is no element, or has no address, are no vendor's.
      }
    },
    true,
  ]);
  // A person who clicks gets to see something new, and goes to its field at the latest.
  for (const type of ['click', 'focusin']) addEventListener(type, lookAround, true);
  later(lookAround, FIRST_MS);

  return (path) => look((find) => holds(`${path},`, find.calls) || inDocument(find));
}
