import { FINDS } from '../widgets/found';
import type { Kind } from '../widgets/kinds';
import { HELLO, SEEN } from './line';

/** What the scout leaves for the agent in the isolated world's own global, which no page can see. */
export interface ScoutGlobal {
  solventLine?: EventTarget;
}

const finds = Object.entries(FINDS) as [Kind, (typeof FINDS)[Kind]][];
const anySelector = finds.map(([, find]) => find.selector).join();

/**
 * Waits for the first sign of a widget and tells the background once, by `tell`. Until a vendor's script, frame or
 * global has been seen nothing observes the document, so that a page without a captcha pays for two listeners.
 */
export function startScout(tell: (kinds: Kind[]) => void): () => void {
  // Pages with an element named like a method of the document hide the method, in this world too.
  const { createElement, querySelector } = Document.prototype;
  const listen = EventTarget.prototype.addEventListener;
  const page = { querySelector: querySelector.bind(document) };
  const line = createElement.call(document, 'a');
  (globalThis as ScoutGlobal).solventLine = line;
  const kinds = new Set<Kind>();
  let observer: MutationObserver | undefined;
  let told = 0;

  const note = (kind: Kind) => {
    kinds.add(kind);
    if (kinds.size === told) return;
    told = kinds.size;
    if (told === finds.length) observer?.disconnect();
    tell([...kinds]);
  };

  const look = (root: Pick<ParentNode, 'querySelector'>) => {
    if (root.querySelector(anySelector)) {
      for (const [kind, find] of finds) if (root.querySelector(find.selector)) note(kind);
    }
  };

  const lookAt = (node: Node) => {
    if (!(node instanceof Element)) return;
    if (node.matches(anySelector)) look(node.parentElement ?? page);
    else if (node.firstElementChild) look(node);
  };

  const arm = () => {
    if (observer) return;
    look(page);
    observer = new MutationObserver((records) => {
      for (const record of records) for (const node of record.addedNodes) lookAt(node);
    });
    if (told < finds.length) observer.observe(document, { childList: true, subtree: true });
  };

  line.addEventListener(SEEN, (event) => {
    const path = (event as CustomEvent<string>).detail;
    arm();
    for (const [kind, find] of finds) if (find.calls.test(path)) note(kind);
  });
  listen.call(
    document,
    'load',
    ({ target }) => {
      const address = (target as HTMLScriptElement | HTMLIFrameElement).src;
      if (!address || !finds.some(([, find]) => find.address.test(address))) return;
      arm();
      look(page);
    },
    true,
  );
  listen.call(document, 'readystatechange', () => {
    if (page.querySelector(anySelector)) arm();
  });
  if (document.readyState !== 'loading' && page.querySelector(anySelector)) arm();
  window.dispatchEvent(new MouseEvent(HELLO, { relatedTarget: line, cancelable: true }));

  return () => told && tell([...kinds]);
}
