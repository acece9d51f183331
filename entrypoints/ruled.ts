import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRuled } from '../utils/page/ruled';

export default defineUnlistedScript(() => {
  // A worker that is gone (update) is no page's business.
  startRuled(() => void chrome.runtime.sendMessage({ type: 'found', kinds: ['image'] }).catch(() => undefined));
});
