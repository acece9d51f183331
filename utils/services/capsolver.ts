import { fact, MINUTE } from './error-fact';
import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

export const capsolver: Service = {
  id: 'capsolver',
  label: 'CapSolver',
  base: 'https://api.capsolver.com',
  keyHint: 'begins with CAP- or CAI-',
  dashboard: 'https://dashboard.capsolver.com/',
  topUp: 'https://dashboard.capsolver.com/',
  tellsBalance: true,
  balanceEveryMs: 0,
  minIntervalMs: 3_000,
  capabilities: {
    // Capital C, capital L, and the bare names need a proxy (fact sheet, 1.7).
    recaptcha: recaptcha({
      plain: {
        type: 'ReCaptchaV2TaskProxyLess',
        fields: { invisible: 'isInvisible', s: 'recaptchaDataSValue', action: 'pageAction', apiDomain: 'apiDomain' },
      },
      enterprise: {
        type: 'ReCaptchaV2EnterpriseTaskProxyLess',
        fields: { invisible: 'isInvisible', s: 'enterprisePayload.s', action: 'pageAction', apiDomain: 'apiDomain' },
      },
      // The service itself gives up after 120 s (fact sheet, 1.5).
      polls: { firstMs: 3_000, intervalMs: 3_000, giveUpMs: 130_000 },
    }),
    // FunCaptcha is no longer in its list (fact sheet, 1.7). Pictures are answered in createTask itself.
    image: image({
      fields: { caseSensitive: 'case' },
      maxBytes: 500_000,
      polls: { firstMs: 3_000, intervalMs: 3_000, giveUpMs: 60_000 },
    }),
  },
  busyStatuses: [],
  errors: {
    ERROR_IP_BANNED: fact(
      'config',
      '{service} has blocked your address for half an hour, after too many errors.',
      'Wait half an hour; check the key in the dashboard of {service} meanwhile.',
      { goTo: 'dashboard', pause: { until: 'time', ms: 30 * MINUTE } },
    ),
    ERROR_CAPTCHA_UNSOLVABLE: fact(
      'task',
      '{service} could not solve this one; it was not charged.',
      'Reload the page to try again, or solve this one by hand.',
      { once: true },
    ),
  },
  // One method for both verdicts: https://docs.capsolver.com/guide/api-feedback.html
  reports: {
    recaptcha: { method: 'feedbackTask', extra: { result: { invalid: true } } },
    image: { method: 'feedbackTask', extra: { result: { invalid: true } } },
  },
  options: ['callbackUrl', 'appId'],
  chargesUnsolvable: false,
};
