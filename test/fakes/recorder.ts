import { FINDS, GLOBALS } from '../../utils/widgets/found';
import { openPage } from './page';

export const TABLE = { ...GLOBALS, initGeetest: true };

/** Hands its line over as the scout does, again each time it is run: `seen` and `found` are what was said on it. */
export const SCOUT = `{
  window.line = new EventTarget(); window.seen = []; window.found = [];
  // Its world keeps its natives, whatever the page does.
  const listen = EventTarget.prototype.addEventListener;
  listen.call(line, 'seen', (event) => seen.push(event.detail));
  listen.call(line, 'found', (event) => found.push(event.detail));
  dispatchEvent(new FocusEvent('solvent-hello', { relatedTarget: line }));
}`;

/** A page with a recorder; `before` runs ahead of it, as on a page that was open already. */
export async function opened(before = '') {
  const page = await openPage(before);
  page.start(TABLE, FINDS);
  page.run(SCOUT);
  page.run(`
    window.rec = undefined;
    window.take = () => { dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (rec = r), cancelable: true })); return rec; };
    take();`);
  return page.run;
}

export const VENDOR = `
  window.vendor = { render: (...args) => { vendorCalls.push(args); return vendorCalls.length - 1; }, execute: () => 'E', getResponse: () => '', reset() {} };
  window.vendorCalls = [];
  window.grecaptcha = window.grecaptcha || {};
  Object.assign(grecaptcha, { ready: (f) => f(), ...vendor });`;
