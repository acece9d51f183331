import { FINDS, GLOBALS } from '../../utils/widgets/found';
import { openPage } from './page';

export const TABLE = { ...GLOBALS, initGeetest: true };

/** Listens as the scout does: `lines` are those that it was handed, `seen` and `found` what was said on the first. */
export const SCOUT = `{
  window.lines = []; window.seen = []; window.found = [];
  // Its world keeps its natives, whatever the page does.
  const listen = EventTarget.prototype.addEventListener;
  addEventListener('solvent-line', (event) => {
    event.stopImmediatePropagation();
    const line = event.relatedTarget;
    if (lines.push(line) > 1) return;
    listen.call(line, 'seen', (event) => seen.push(event.detail));
    listen.call(line, 'found', (event) => found.push(event.detail));
  });
}`;

/** A page with a recorder; `before` runs ahead of it, as on a page that was open already. */
export async function opened(before = '') {
  const page = await openPage(before);
  page.run(SCOUT);
  page.start(TABLE, FINDS);
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
