import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startScout } from '../utils/page/scout';

export default defineUnlistedScript(() => {
  // `chrome` and not the polyfill: it costs 10 kB in every frame. A worker that is gone (update) is no page's business.
  startScout(
    (kinds) => void chrome.runtime.sendMessage({ type: 'found', kinds }).catch(() => undefined),
    () => Boolean(chrome.runtime?.id),
  );
});
