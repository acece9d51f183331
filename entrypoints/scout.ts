import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Found } from '../utils/page/line';
import { startScout } from '../utils/scout/scout';

// `chrome` and not the polyfill: it costs 10 kB. A worker that is gone (update) is no page's business.
const tell = (what: Found[]) =>
  chrome.runtime?.id && chrome.runtime.sendMessage({ type: 'found', what }).catch(() => undefined);

export default defineUnlistedScript(() => startScout(tell));
