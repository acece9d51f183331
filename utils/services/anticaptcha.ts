import { fact } from './error-fact';
import { funcaptcha } from './funcaptcha';
import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

export const anticaptcha: Service = {
  id: 'anticaptcha',
  label: 'Anti-Captcha',
  base: 'https://api.anti-captcha.com',
  keyHint: '32 letters and digits',
  dashboard: 'https://anti-captcha.com/clients/settings/apisetup',
  topUp: 'https://anti-captcha.com/clients/',
  tellsBalance: true,
  balanceEveryMs: 30_000,
  // Nothing is documented; its own client waits 5 s, then 2 s (fact sheet, 1.5).
  minIntervalMs: 2_000,
  capabilities: {
    // The bare names need a proxy here (fact sheet, 2.1).
    recaptcha: recaptcha({
      plain: { type: 'RecaptchaV2TaskProxyless', fields: { invisible: 'isInvisible', s: 'recaptchaDataSValue' } },
      enterprise: {
        type: 'RecaptchaV2EnterpriseTaskProxyless',
        fields: { invisible: 'isInvisible', s: 'enterprisePayload.s', apiDomain: 'apiDomain' },
      },
      polls: { firstMs: 5_000, intervalMs: 2_000, giveUpMs: 180_000 },
    }),
    funcaptcha: funcaptcha({
      type: 'FunCaptchaTaskProxyless',
      polls: { firstMs: 5_000, intervalMs: 2_000, giveUpMs: 180_000 },
    }),
    image: image({
      fields: {
        caseSensitive: 'case',
        numeric: 'numeric',
        math: 'math',
        minLength: 'minLength',
        maxLength: 'maxLength',
      },
      maxBytes: 500_000,
      polls: { firstMs: 5_000, intervalMs: 2_000, giveUpMs: 120_000 },
    }),
  },
  busyStatuses: [],
  errors: {
    ERROR_NO_SLOT_AVAILABLE: fact(
      'later',
      '{service} has no free worker, or none at your bid.',
      'Wait a minute and try again, or raise your maximum bid in the dashboard of {service}.',
      { goTo: 'dashboard', backOffMs: 5_000 },
    ),
    ERROR_CAPTCHA_UNSOLVABLE: fact(
      'task',
      'The workers of {service} could not solve this one; it was charged all the same.',
      'Reload the page to try again, or solve this one by hand.',
      { once: true },
    ),
    // Here it speaks of the address that was called, not of the task type.
    ERROR_NO_SUCH_METHOD: fact(
      'config',
      '{service} does not know the method that Solvent called.',
      'Check the service address if you typed one; otherwise look for a newer version of Solvent.',
      { pause: { until: 'check' } },
    ),
  },
  // Reports are taken for 60 s after the worker has finished (fact sheet, 1.5).
  reports: {
    recaptcha: { method: 'reportIncorrectRecaptcha', withinMs: 60_000 },
    image: { method: 'reportIncorrectImageCaptcha', withinMs: 60_000 },
  },
  options: ['callbackUrl', 'softId'],
  chargesUnsolvable: true,
};
