import { element } from '../element';
import { PICKER_STYLE } from './style';

/** What the picker shows: a frame around what would be picked, and a few words. */
export interface PickerView {
  host: HTMLElement;
  say(text: string, about?: string): void;
  /** Frames an element, or nothing. */
  frame(element: Element | null): void;
  /** Takes the keyboard, so that screen readers hand keys over and the page's own fields stay as they are. */
  focus(): void;
  /** Whether a point is on the button that leaves. */
  isLeaving(x: number, y: number): boolean;
  hide(hide: boolean): void;
  /** Takes everything away but the words, which go by themselves. */
  end(text?: string, about?: string): void;
}

const LAST_WORDS_MS = 5_000;

/** Puts the picker's view on the page: above everything, without room in its layout, out of reach of its scripts. */
export function openPickerView(): PickerView {
  const host = document.createElement('div');
  host.style.cssText =
    'all:initial!important;position:fixed!important;left:0!important;top:0!important;width:0!important;height:0!important;overflow:visible!important;z-index:2147483647!important';
  const root = host.attachShadow({ mode: 'closed' });
  const style = element('style', '', PICKER_STYLE);
  const outline = element('div', 'outline');
  const panel = element('div', 'panel');
  panel.tabIndex = -1;
  // Keys go to us and not to the screen reader's own reading.
  panel.setAttribute('role', 'application');
  panel.setAttribute('aria-label', 'Solvent: pick a picture captcha');
  const text = element('p', 'text');
  const about = element('p', 'about');
  const words = element('div', 'words');
  words.setAttribute('role', 'status');
  // What has changed, and not the question each time.
  words.setAttribute('aria-atomic', 'false');
  text.id = 'question';
  panel.setAttribute('aria-describedby', text.id);
  words.append(text, about);
  const leave = element('button', 'leave', 'Leave');
  leave.type = 'button';
  leave.tabIndex = -1;
  panel.append(words, leave);
  outline.hidden = true;
  root.append(style, outline, panel);
  document.documentElement.append(host);
  // Above the page's own dialogs.
  host.popover = 'manual';
  host.showPopover();

  let framed: Element | null = null;
  function place(): void {
    outline.hidden = !framed?.isConnected;
    if (!framed || outline.hidden) return;
    const { left, top, width, height } = framed.getBoundingClientRect();
    const px = (value: number) => `${value}px`;
    Object.assign(outline.style, {
      left: px(left - 4),
      top: px(top - 4),
      width: px(width + 8),
      height: px(height + 8),
    });
    // Out of the way of what is picked.
    const { bottom } = panel.getBoundingClientRect();
    panel.classList.toggle('low', panel.classList.contains('low') ? top < innerHeight / 2 : top < bottom + 8);
  }
  const moved = new AbortController();
  const followed = { signal: moved.signal, capture: true, passive: true };
  for (const type of ['scroll', 'resize']) addEventListener(type, place, followed);

  function say(said: string, more = ''): void {
    if (text.textContent !== said) text.textContent = said;
    about.textContent = more;
  }

  return {
    host,
    say,
    frame(next) {
      framed = next;
      place();
    },
    focus: () => panel.focus({ preventScroll: true }),
    isLeaving: (x, y) => root.elementsFromPoint(x, y).includes(leave),
    hide: (hide) => host.style.setProperty('visibility', hide ? 'hidden' : 'visible', 'important'),
    end(said, more) {
      moved.abort();
      if (said === undefined) return host.remove();
      say(said, more);
      outline.remove();
      leave.remove();
      panel.removeAttribute('role');
      panel.removeAttribute('tabindex');
      setTimeout(() => host.remove(), LAST_WORDS_MS);
    },
  };
}
