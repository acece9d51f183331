import { fact } from './error-fact';
import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

/** Captcha69's Max1 interface; its older ones (`in.php`, `fun_token.php`) are other protocols. */
export const captcha69: Service = {
  id: 'captcha69',
  label: 'Captcha69',
  base: 'https://captcha69.com',
  keyHint: 'begins with max1_',
  // Its site: where the dashboard is, and where money is added, is documented nowhere.
  dashboard: 'https://captcha69.com/',
  topUp: 'https://captcha69.com/',
  // Max1 documents no getBalance; at a bare site root a guess would ask the web site (fact sheet, 1.1 and 6).
  tellsBalance: false,
  balanceEveryMs: 0,
  minIntervalMs: 3_000,
  capabilities: {
    // No field beyond address and key is documented, and no Enterprise type.
    recaptcha: recaptcha({
      plain: { type: 'RecaptchaV2Task' },
      enterprise: null,
      polls: { firstMs: 3_000, intervalMs: 3_000, giveUpMs: 180_000 },
    }),
    // No field beyond the picture is documented, nor a size: the family's smaller one holds.
    image: image({ maxBytes: 50_000, polls: { firstMs: 3_000, intervalMs: 3_000, giveUpMs: 60_000 } }),
  },
  busyStatuses: [],
  errors: {
    // Documented for fun_token.php: asked sooner than 5 s after creation (fact sheet, 3).
    NOT_FIND_ID: fact('now', 'Still working.', 'Wait a moment.'),
  },
  reports: {},
  options: ['callbackUrl'],
  chargesUnsolvable: null,
};
