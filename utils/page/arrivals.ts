import type { Find } from '../widgets/find';

/**
 * Notices the first sign of a widget of each kind, by its table. Runs in the page's world, where the document is known
 * already: an isolated world that touches it costs every frame 0.7 MB. Observes nothing: a page without a captcha pays
 * for two listeners, and one that moves all the time for no more.
 */
export function watchArrivals(finds: Readonly<Record<string, Find>>, found: (kind: string) => void) {
  const { apply } = Reflect;
  const query = Document.prototype.querySelector;
  const listen = EventTarget.prototype.addEventListener;
  const includes = String.prototype.includes;
  const waiting = Object.keys(finds);

  /** Looks for the kinds that were not found yet; `mayBe` narrows them down. */
  function look(mayBe: (find: Find) => boolean, isHere: (find: Find) => boolean): void {
    for (let index = waiting.length - 1; index >= 0; index--) {
      const kind = waiting[index] as string;
      const find = finds[kind] as Find;
      if (!mayBe(find) || !isHere(find)) continue;
      // Swapped with the last and cut off: `splice` may be the page's by now.
      waiting[index] = waiting[waiting.length - 1] as string;
      waiting.length--;
      found(kind);
    }
  }
  const always = () => true;
  const inDocument = ({ selector }: Find) => apply(query, document, [selector]) !== null;

  apply(listen, document, [
    'load',
    ({ target }: Event) => {
      if (!waiting.length) return;
      try {
        // Not by a native taken at the start: that one alone would cost every frame 6 kB.
        const { src } = target as HTMLIFrameElement;
        if (src) look((find) => apply(includes, src, [find.address]) as boolean, inDocument);
      } catch {
        // Loads of what is no element are no vendor's.
      }
    },
    true,
  ]);
  apply(listen, document, ['readystatechange', () => look(always, inDocument)]);
  if (document.readyState !== 'loading') look(always, inDocument);

  return {
    /** A call was recorded, or (`path=`) a global or method has appeared. */
    seen(path: string): void {
      if (waiting.length) look(always, (find) => isIn(find.calls, path) || inDocument(find));
    },
  };
}

function isIn(list: readonly string[], text: string): boolean {
  for (let index = 0; index < list.length; index++) if (list[index] === text) return true;
  return false;
}
