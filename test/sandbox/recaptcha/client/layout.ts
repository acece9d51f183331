import { make } from './frames.ts';

const FIELD_CSS =
  'width: 250px; height: 40px; border: 1px solid rgb(193, 193, 193); margin: 10px 25px; padding: 0px; resize: none; display: none;';
const HIDDEN_CSS =
  'visibility: hidden; position: absolute; width: 100%; top: -10000px; left: 0px; right: 0px; opacity: 0;';
const OVERLAY_CSS =
  'width: 100%; height: 100%; position: fixed; top: 0px; left: 0px; z-index: 2000000000; background-color: #fff; opacity: 0.05;';
const BOX_CSS =
  'margin: 0 auto; top: 80px; left: 0px; right: 0px; position: fixed; border: 1px solid rgb(204, 204, 204); z-index: 2000000000; ' +
  'background-color: #fff; width: 400px; height: 300px;';
const BADGE_CSS =
  'width: 256px; height: 60px; display: block; position: fixed; bottom: 14px; right: -186px; box-shadow: gray 0px 0px 5px; ' +
  'border-radius: 2px; overflow: hidden;';

/** The response field. Its id carries the widget's number from the second widget on, its name never. widgets.md 1.4. */
export const makeField = (owner: Document, id: number): HTMLTextAreaElement => {
  const name = 'g-recaptcha-response';
  return make(owner, 'textarea', { id: id === 0 ? name : `${name}-${id}`, name, class: name }, FIELD_CSS);
};

/** container > div > (div > anchor) + field, then a hidden frame. */
export const layCheckbox = (
  container: HTMLElement,
  anchor: HTMLElement,
  field: HTMLElement,
  compact: boolean,
): void => {
  const owner = container.ownerDocument;
  const outer = make(owner, 'div', {}, compact ? 'width: 164px; height: 144px;' : 'width: 304px; height: 78px;');
  const inner = make(owner, 'div');
  inner.appendChild(anchor);
  outer.appendChild(inner);
  outer.appendChild(field);
  container.appendChild(outer);
  container.appendChild(make(owner, 'iframe', {}, 'display: none;'));
};

/** div.grecaptcha-badge > (div.grecaptcha-logo > anchor) + div.grecaptcha-error + field. */
export const layBadge = (parent: HTMLElement, anchor: HTMLElement, field: HTMLElement, style: string): HTMLElement => {
  const owner = parent.ownerDocument;
  const badge = make(
    owner,
    'div',
    { class: 'grecaptcha-badge', 'data-style': style },
    style === 'inline' ? 'width: 256px; height: 60px;' : BADGE_CSS,
  );
  const logo = make(owner, 'div', { class: 'grecaptcha-logo' });
  logo.appendChild(anchor);
  badge.appendChild(logo);
  badge.appendChild(make(owner, 'div', { class: 'grecaptcha-error' }));
  badge.appendChild(field);
  parent.appendChild(badge);
  return badge;
};

/** The challenge's own box at the end of the body: far off the screen and hidden until it opens. */
export const layChallenge = (frame: HTMLElement): { open(): void; close(): void } => {
  const owner = frame.ownerDocument;
  const outer = make(owner, 'div', {}, HIDDEN_CSS);
  const overlay = make(owner, 'div', {}, OVERLAY_CSS);
  const box = make(owner, 'div', {}, BOX_CSS);
  const close = (): void => {
    outer.style.cssText = HIDDEN_CSS;
  };
  overlay.addEventListener('click', close);
  box.appendChild(frame);
  outer.appendChild(overlay);
  outer.appendChild(box);
  (owner.body || owner.documentElement).appendChild(outer);
  const open = (): void => {
    outer.style.visibility = 'visible';
    outer.style.opacity = '1';
    outer.style.top = '10px';
  };
  return { open, close };
};
