import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startScout } from '../utils/scout/scout';

export default defineUnlistedScript(() => startScout());
