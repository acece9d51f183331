import type { PlacedChallenge } from '../widgets/challenge';
import type { Capability, Service } from './service';

/** Fact sheet of services, 2.1 and 2.2: one documented name a form, optional fields only when the widget has them. */
function recaptchaTask(challenge: PlacedChallenge): Record<string, unknown> {
  const { websiteURL, websiteKey, invisible, enterprise, action, s, apiDomain } = challenge;
  if (!enterprise) {
    return {
      type: 'RecaptchaV2Task',
      websiteURL,
      websiteKey,
      ...(invisible && { isInvisible: true }),
      ...(s && { recaptchaDataSValue: s }),
    };
  }
  return {
    type: 'RecaptchaV2EnterpriseTask',
    websiteURL,
    websiteKey,
    ...(invisible && { isInvisible: true }),
    ...(s && { enterprisePayload: { s } }),
    ...(action && { pageAction: action }),
    ...(apiDomain === 'www.recaptcha.net' && { apiDomain }),
  };
}

const recaptcha: Capability = {
  task: recaptchaTask,
  answer({ gRecaptchaResponse, userAgent }) {
    if (typeof gRecaptchaResponse !== 'string' || !gRecaptchaResponse.trim()) return null;
    return { token: gRecaptchaResponse, ...(typeof userAgent === 'string' && userAgent && { userAgent }) };
  },
  // Its own client polls from 1 s on, its error page asks for 2 s between polls (fact sheet, 1.5).
  polls: { firstMs: 2_000, intervalMs: 2_000, giveUpMs: 180_000 },
};

export const capmonster: Service = {
  id: 'capmonster',
  label: 'CapMonster Cloud',
  base: 'https://api.capmonster.cloud',
  keyHint: '32 letters and digits',
  dashboard: 'https://capmonster.cloud/Dashboard',
  topUp: 'https://capmonster.cloud/Dashboard',
  tellsBalance: true,
  capabilities: { recaptcha },
  busyStatuses: [503],
};
