import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

/**
 * Documented are createTask, getTaskResult and getBalance, two task types and one error code (fact sheet, 1.7 and 6).
 * For everything else the family's common meaning has to do.
 */
export const capkill: Service = {
  id: 'capkill',
  label: 'CapKill',
  // The methods live under a path here.
  base: 'https://capkill.com/api',
  keyHint: '32 letters and digits, as in its examples',
  // Its site: where the dashboard is, and where money is added, is documented nowhere.
  dashboard: 'https://capkill.com/',
  topUp: 'https://capkill.com/',
  tellsBalance: true,
  balanceEveryMs: 0,
  // No interval is documented. 120 polls are, as at its siblings, so theirs holds (fact sheet, 1.5).
  minIntervalMs: 2_000,
  capabilities: {
    // No field beyond address and key is documented, and no Enterprise type.
    recaptcha: recaptcha({
      plain: { type: 'NoCaptchaTaskProxyless' },
      enterprise: null,
      polls: { firstMs: 3_000, intervalMs: 3_000, giveUpMs: 180_000 },
    }),
    // No field beyond the picture is documented, nor a size: the family's smaller one holds.
    image: image({ maxBytes: 50_000, polls: { firstMs: 2_000, intervalMs: 2_000, giveUpMs: 60_000 } }),
  },
  busyStatuses: [],
  errors: {},
  reports: {},
  options: ['callbackUrl'],
  chargesUnsolvable: null,
};
