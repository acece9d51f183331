import type { Badge } from '../messages/agent';
import { BADGE_STYLE, INSIDE_WIDTH } from './badge-style';
import { element } from './element';

type Button = 'solve' | 'cancel' | 'report' | 'more';

/** The badge beside one widget: a host at the end of the page with a closed shadow root, placed over the page's layout. */
export interface BadgeView {
  show(badge: Badge): void;
  /**
   * Reads where the widget is now and gives the step that moves the badge there, or hides it while the widget is not
   * drawn. Apart, so that a page with hundreds is laid out once and not hundreds of times.
   */
  measure(face: Element | null): (() => void) | null;
  /** Out of a picture of the tab that is being taken. */
  hide(hide: boolean): void;
  remove(): void;
}

/** Makes a badge. `press` is called for trusted clicks only: a page cannot press it. */
export function createBadge(press: (button: Button) => void): BadgeView {
  const host = document.createElement('div');
  // Own styles only: whatever the page says of its divs must neither move nor hide it.
  host.style.cssText =
    'all:initial!important;position:absolute!important;width:0!important;height:0!important;z-index:2147483647!important';
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = BADGE_STYLE;
  const box = element('div', 'box');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Solvent');
  root.append(style, box);
  let timer: ReturnType<typeof setInterval> | undefined;

  function button(text: string, label: string, what: Button): HTMLButtonElement {
    const made = element('button', 'button', text);
    made.type = 'button';
    made.setAttribute('aria-label', label);
    made.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) press(what);
    });
    return made;
  }

  /** Spoken once a change, not once a second. */
  function status(text: string): HTMLSpanElement {
    const made = element('span', 'text', text);
    made.setAttribute('role', 'status');
    return made;
  }

  function working(text: string, since: number): Node[] {
    const seconds = element('span', 'seconds');
    seconds.setAttribute('aria-hidden', 'true');
    const ring = element('span', 'ring');
    // One step a second: an animation would have the whole page drawn sixty times a second for as long as the job takes.
    const tick = (): void => {
      const passed = Math.max(0, Math.round((Date.now() - since) / 1000));
      seconds.textContent = `${passed} s`;
      ring.style.rotate = `${passed * 45}deg`;
    };
    tick();
    timer = setInterval(tick, 1000);
    return [ring, status(text), seconds, button('×', 'Stop solving', 'cancel')];
  }

  function content(badge: Badge): Node[] {
    switch (badge.show) {
      case 'nothing':
        return [];
      case 'offer':
        return [
          button(badge.text, `${badge.text} this captcha with Solvent`, 'solve'),
          ...(badge.report ? [button('Wrong answer', 'Tell the service that the answer was wrong', 'report')] : []),
        ];
      case 'working':
        return working(badge.text, badge.since);
      case 'done':
        return [element('span', 'tick', '✓'), status(`${badge.text} in ${badge.seconds} s`)];
      case 'problem': {
        const words = status(badge.text);
        words.append(element('span', 'advice', ` ${badge.advice}`));
        return [
          element('span', 'mark', '!'),
          words,
          ...(badge.retry ? [button('Try again', 'Ask again; it may cost again', 'solve')] : []),
          ...(badge.more ? [button('Allow 10 more', 'Allow 10 more captchas than your limit', 'more')] : []),
        ];
      }
    }
  }

  return {
    show(badge) {
      clearInterval(timer);
      box.className = `box ${badge.show}`;
      box.replaceChildren(...content(badge));
      if (badge.show === 'nothing') host.remove();
      else if (!host.isConnected) document.documentElement.append(host);
    },
    measure(face) {
      if (!host.isConnected) return null;
      const drawn = face?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      // Its size is not known while it is hidden; then the next time will do.
      const { left, top, inside } =
        drawn && face ? spot(face.getBoundingClientRect(), box.offsetWidth, box.offsetHeight) : NOWHERE;
      return () => {
        box.classList.toggle('inside', inside);
        host.style.setProperty('display', drawn ? 'block' : 'none', 'important');
        host.style.setProperty('left', `${left + scrollX}px`, 'important');
        host.style.setProperty('top', `${top + scrollY}px`, 'important');
      };
    },
    hide(hide) {
      host.style.setProperty('visibility', hide ? 'hidden' : 'visible', 'important');
    },
    remove() {
      clearInterval(timer);
      host.remove();
    },
  };
}

const GAP = 8;
const NOWHERE = { left: 0, top: 0, inside: false };

/** A widget that is flat is hidden by a badge within it, unless it is so much wider. */
const FLAT = 100;
const SEEN = 60;

/**
 * Where the box hangs, in view coordinates: right of the widget, else within its lower right corner, where no field or
 * button of the page lies beneath. A picture that would be hidden by it has it above itself: below is the field for its
 * letters.
 */
export function spot(face: DOMRect, width: number, height: number): { left: number; top: number; inside: boolean } {
  const { clientWidth } = document.documentElement;
  if (face.right + GAP + width <= clientWidth)
    return { left: face.right + GAP, top: face.top + (face.height - height) / 2, inside: false };
  const above = { left: Math.max(0, Math.min(face.left, clientWidth - width)), top: face.top - GAP / 2 - height };
  const hidden = face.width < Math.min(width, INSIDE_WIDTH) + (face.height < FLAT ? SEEN : GAP);
  if (hidden && above.top + scrollY >= 0) return { ...above, inside: false };
  return { left: face.right, top: face.bottom, inside: true };
}
