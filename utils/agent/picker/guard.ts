/** What a person does while they pick, none of which is the page's business. */
const KEYS = ['keydown', 'keypress', 'keyup'];
const POINTS = ['down', 'up', 'move', 'over', 'out', 'enter', 'leave'];
const ACTIONS = ['click', 'dblclick', 'auxclick', 'contextmenu', 'dragstart', 'selectstart'];
const SEEN = ['focus', 'blur', 'focusin', 'focusout', 'pointercancel', 'touchstart', 'touchmove', 'touchend'];
/** What the browser would do of its own: focus a field, send a form, follow a link, open its menu. */
const PREVENTED = new Set([...ACTIONS, 'mousedown', 'mouseup']);

const TYPES = [...KEYS, ...POINTS.flatMap((way) => [`pointer${way}`, `mouse${way}`]), ...ACTIONS, ...SEEN];

/**
 * Keeps what the person does from the page until `signal`, and hands it to `take`. Only a listener that the page has put
 * on its window, in the capturing phase and before us, still hears of it. What scripts make up is none of ours.
 */
export function guard(take: (event: Event) => void, signal: AbortSignal): void {
  const hear = (event: Event) => {
    // The window's own focus and blur are no doing on the page.
    if (!event.isTrusted || event.target === window) return;
    event.stopImmediatePropagation();
    if (PREVENTED.has(event.type)) event.preventDefault();
    take(event);
  };
  for (const type of TYPES) addEventListener(type, hear, { signal, capture: true, passive: false });
}

/** The key that ended the picker is let go only after it: that is kept from the page, too. */
export function swallowKeyUp(key: string): void {
  const end = new AbortController();
  const hear = (event: KeyboardEvent) => {
    end.abort();
    if (event.isTrusted && event.key === key) event.stopImmediatePropagation();
  };
  addEventListener('keyup', hear, { signal: end.signal, capture: true });
}
