import { focused } from '../../widgets/focused';
import type { Pair } from '../../widgets/image/rules';
import { follows, nameOf, pickableAt, pickables, type Step } from './at';
import { guard, swallowKeyUp } from './guard';
import { meaningOf, nextOf } from './keys';
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
const NONE: Record<Step, string> = { picture: 'No picture is seen here.', field: 'No field is seen here.' };
const NOUNS: Record<Step, string> = { picture: 'Picture', field: 'Field' };

export interface Picking {
  /** What was picked, or null: the person has left. The view stays until it has said what came of it. */
  picked: Promise<Pair | null>;
  tell(text: string, advice: string): void;
  /** Out of a picture of the tab that is being taken. */
  hide(hide: boolean): void;
}

/** Lets the person pick a picture and then its field, by mouse, touch or keyboard, without a word to the page. */
export function openPicker(signal: AbortSignal): Picking {
  const before = focused() as HTMLElement | null;
  const view = openPickerView();
  return { picked: pick(view, before, signal), tell: view.end, hide: view.hide };
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
      else (focused() as HTMLElement | null)?.blur();
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

    function move(by: 1 | -1): void {
      const all = pickables(step);
      // From the picture on, its field is most often the next.
      const next = nextOf(all, at, by, (each) => picture !== null && follows(picture, each));
      if (!next) return view.say(TEXTS[step], NONE[step]);
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      mark(next);
      view.say(TEXTS[step], `${NOUNS[step]} ${all.indexOf(next) + 1} of ${all.length}: ${nameOf(next)}`);
    }

    function takeKey(event: KeyboardEvent): void {
      const meaning = meaningOf(event);
      if (meaning === 'browser') return;
      event.preventDefault();
      if (meaning?.act === 'move') return move(meaning.by);
      if (meaning?.act === 'leave') return end(null, event.key);
      if (meaning?.act === 'choose') choose(at, event.key);
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
