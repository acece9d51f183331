import type { Pair } from '../../widgets/image/rules';
import { nameOf, pickableAt, pickables, type Step } from './at';
import { guard, swallowKeyUp } from './guard';
import { openPickerView, type PickerView } from './view';

const TEXTS: Record<Step, string> = {
  picture: 'Click the captcha picture. Esc leaves.',
  field: 'Now click the field for the answer. Esc leaves.',
};
const HINT = 'By keyboard: Tab moves, Enter chooses.';
const NOT_HERE: Record<Step, string> = {
  picture: 'There is no picture at this place.',
  field: 'This is no field that a text can be typed in.',
};
const WAYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export interface Picking {
  /** What was picked, or null: the person has left. The view stays until it has said what came of it. */
  picked: Promise<Pair | null>;
  tell(text: string, advice: string): void;
}

/** The element that has the focus, in open shadow roots too. */
function focused(): HTMLElement | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  return activeElement as HTMLElement | null;
}

/** Lets the person pick a picture and then its field, by mouse, touch or keyboard, without a word to the page. */
export function openPicker(signal: AbortSignal): Picking {
  const before = focused();
  const view = openPickerView();
  return { picked: pick(view, before, signal), tell: view.end.bind(view) };
}

function pick(view: PickerView, before: HTMLElement | null, signal: AbortSignal): Promise<Pair | null> {
  return new Promise((resolve) => {
    const open = new AbortController();
    let step: Step = 'picture';
    let picture: Element | null = null;
    let at: Element | null = null;

    function ask(next: Step): void {
      step = next;
      mark(null);
      view.say(TEXTS[step], HINT);
    }
    function mark(element: Element | null): void {
      at = element;
      view.frame(element);
    }

    function end(pair: Pair | null, key?: string): void {
      if (open.signal.aborted) return;
      if (key !== undefined) swallowKeyUp(key);
      // Still unheard by the page.
      if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
      else focused()?.blur();
      open.abort();
      if (pair) view.frame(null);
      else view.end();
      resolve(pair);
    }

    function choose(element: Element | null, key?: string): void {
      if (!element) return view.say(TEXTS[step], NOT_HERE[step]);
      if (!picture) {
        picture = element;
        return ask('field');
      }
      end({ picture, field: element as HTMLInputElement }, key);
    }

    function move(by: number): void {
      const all = pickables(step);
      // From the picture on, its field is most often the next.
      const from = at ?? (picture && all.find((each) => follows(picture as Element, each)));
      const start = from ? all.indexOf(from) - (at ? 0 : by > 0 ? 1 : 0) : by > 0 ? -1 : 0;
      const next = all[(start + by + all.length) % all.length];
      if (!next)
        return view.say(TEXTS[step], step === 'picture' ? 'No picture is seen here.' : 'No field is seen here.');
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      mark(next);
      const what = step === 'picture' ? 'Picture' : 'Field';
      view.say(TEXTS[step], `${what} ${all.indexOf(next) + 1} of ${all.length}: ${nameOf(next)}`);
    }

    function takeKey(event: KeyboardEvent): void {
      const { key, shiftKey } = event;
      // The browser's own.
      if (event.ctrlKey || event.metaKey || event.altKey || /^F\d|^Page|^Home$|^End$/.test(key)) return;
      event.preventDefault();
      const way = key === 'Tab' ? (shiftKey ? -1 : 1) : WAYS[key];
      if (way !== undefined) move(way);
      else if (key === 'Escape') end(null, key);
      else if ((key === 'Enter' || key === ' ') && !event.repeat) choose(at, key);
    }

    function take(event: Event): void {
      if (event.type === 'keydown') return takeKey(event as KeyboardEvent);
      const { clientX: x, clientY: y } = event as MouseEvent;
      if (event.type === 'pointermove') mark(pickableAt(step, x, y));
      if (event.type !== 'click') return;
      if (event.target === view.host && view.isLeaving(x, y)) return end(null);
      choose(pickableAt(step, x, y));
    }

    guard(take, open.signal);
    signal.addEventListener('abort', () => end(null), { once: true, signal: open.signal });
    ask('picture');
    view.focus();
  });
}

const follows = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
