import { fact, waitAMinute } from './error-fact';
import { funcaptcha } from './funcaptcha';
import { image } from './image';
import { recaptcha } from './recaptcha';
import type { Service } from './service';

export const capmonster: Service = {
  id: 'capmonster',
  label: 'CapMonster Cloud',
  base: 'https://api.capmonster.cloud',
  keyHint: '32 letters and digits',
  dashboard: 'https://capmonster.cloud/Dashboard',
  topUp: 'https://capmonster.cloud/Dashboard',
  tellsBalance: true,
  balanceEveryMs: 0,
  // Its error page asks for 2 s between polls; its own client's 1 s for some types is below that (fact sheet, 1.5).
  minIntervalMs: 2_000,
  capabilities: {
    // The bare name means "no proxy" here, as long as no proxy fields are sent (fact sheet, 2.1).
    recaptcha: recaptcha({
      plain: { type: 'RecaptchaV2Task', fields: { invisible: 'isInvisible', s: 'recaptchaDataSValue' } },
      enterprise: {
        type: 'RecaptchaV2EnterpriseTask',
        fields: { invisible: 'isInvisible', s: 'enterprisePayload.s', action: 'pageAction', apiDomain: 'apiDomain' },
      },
      polls: { firstMs: 2_000, intervalMs: 2_000, giveUpMs: 180_000 },
      nocache: { firstMs: 10_000 },
    }),
    funcaptcha: funcaptcha({
      type: 'FunCaptchaTask',
      polls: { firstMs: 3_000, intervalMs: 2_000, giveUpMs: 120_000 },
      nocache: { firstMs: 10_000 },
    }),
    image: image({
      fields: { caseSensitive: 'case', numeric: 'numeric', math: 'math' },
      maxBytes: 50_000,
      polls: { firstMs: 1_000, intervalMs: 2_000, giveUpMs: 60_000 },
    }),
  },
  busyStatuses: [503],
  errors: {
    ERROR_NO_SLOT_AVAILABLE: fact(
      'later',
      '{service} has no free worker, or too many of your tasks are open at once.',
      waitAMinute,
      { backOffMs: 5_000 },
    ),
  },
  // Tokens of reCAPTCHA, GeeTest and Turnstile; FunCaptcha is not named (fact sheet, 1.1).
  reports: {
    recaptcha: { method: 'reportIncorrectTokenCaptcha' },
    image: { method: 'reportIncorrectImageCaptcha' },
  },
  options: ['callbackUrl', 'softId', 'nocache', 'keySuffixes'],
  // Documented for picture answers below the threshold alone (fact sheet, 5).
  chargesUnsolvable: null,
};
