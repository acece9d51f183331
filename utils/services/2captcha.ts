import { anticaptcha } from './anticaptcha';
import { fact } from './error-fact';
import { funcaptcha } from './funcaptcha';
import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

const { ERROR_NO_SLOT_AVAILABLE, ERROR_NO_SUCH_METHOD } = anticaptcha.errors;

export const twoCaptcha: Service = {
  id: '2captcha',
  label: '2Captcha',
  base: 'https://api.2captcha.com',
  keyHint: '32 letters and digits',
  dashboard: 'https://2captcha.com/enterpage',
  topUp: 'https://2captcha.com/pay',
  tellsBalance: true,
  balanceEveryMs: 0,
  minIntervalMs: 5_000,
  capabilities: {
    // The bare names need a proxy here. No `enterprisePayload` was found documented (fact sheet, 2.1 and 2.2).
    recaptcha: recaptcha({
      plain: {
        type: 'RecaptchaV2TaskProxyless',
        fields: { invisible: 'isInvisible', s: 'recaptchaDataSValue', apiDomain: 'apiDomain' },
      },
      enterprise: {
        type: 'RecaptchaV2EnterpriseTaskProxyless',
        fields: { invisible: 'isInvisible', apiDomain: 'apiDomain' },
      },
      polls: { firstMs: 5_000, intervalMs: 5_000, giveUpMs: 180_000 },
      answer: ['gRecaptchaResponse', 'token'],
    }),
    funcaptcha: funcaptcha({
      type: 'FunCaptchaTaskProxyless',
      polls: { firstMs: 5_000, intervalMs: 5_000, giveUpMs: 180_000 },
    }),
    // Of its fields only instructions were found documented (fact sheet, 2.5).
    image: image({ maxBytes: 100_000, polls: { firstMs: 5_000, intervalMs: 5_000, giveUpMs: 120_000 } }),
  },
  busyStatuses: [],
  errors: {
    // Both numbered and meant as at Anti-Captcha (fact sheet, 3).
    ...(ERROR_NO_SLOT_AVAILABLE && { ERROR_NO_SLOT_AVAILABLE }),
    ...(ERROR_NO_SUCH_METHOD && { ERROR_NO_SUCH_METHOD }),
    ERROR_CAPTCHA_UNSOLVABLE: fact(
      'task',
      'The workers of {service} could not solve this one; it was not charged.',
      'Reload the page to try again, or solve this one by hand.',
      { once: true },
    ),
  },
  reports: {
    recaptcha: { method: 'reportIncorrect' },
    funcaptcha: { method: 'reportIncorrect' },
    image: { method: 'reportIncorrect' },
  },
  options: ['callbackUrl', 'softId'],
  chargesUnsolvable: false,
};
