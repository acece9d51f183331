import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRuled } from '../utils/page/ruled';

export default defineUnlistedScript(() =>
  startRuled(() => void chrome.runtime.sendMessage({ type: 'found', kinds: ['image'] }).catch(() => undefined)),
);
