import { capmonster } from './capmonster';
import { funcaptcha } from './funcaptcha';
import type { Service } from './service';

export const brocapgpt: Service = {
  id: 'brocapgpt',
  label: 'BrocapGPT',
  base: 'https://api.brocapgpt.com',
  keyHint: '32 letters and digits',
  dashboard: 'https://brocapgpt.com/dashboard',
  topUp: 'https://brocapgpt.com/dashboard',
  tellsBalance: true,
  balanceEveryMs: 0,
  minIntervalMs: 2_000,
  // FunCaptcha (and hCaptcha in its client) alone: it documents no reCAPTCHA and no image to text (fact sheet, 0.2).
  capabilities: {
    funcaptcha: funcaptcha({
      type: 'FunCaptchaTaskProxyless',
      polls: { firstMs: 5_000, intervalMs: 2_000, giveUpMs: 120_000 },
    }),
  },
  busyStatuses: [500],
  // Its error page is CapMonster's, less some proxy codes (fact sheet, 1.7).
  errors: capmonster.errors,
  // Its page on reports prints CapMonster's hosts; that its own host takes them is a guess, so none are sent.
  reports: {},
  options: ['callbackUrl', 'softId', 'nocache', 'keySuffixes'],
  chargesUnsolvable: null,
};
