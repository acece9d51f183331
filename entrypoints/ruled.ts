import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRuled } from '../utils/scout/ruled';

export default defineUnlistedScript(() => startRuled());
