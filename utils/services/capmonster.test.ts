import { describe, expect, it } from 'vitest';
import type { PlacedChallenge } from '../widgets/challenge';
import { capmonster } from './capmonster';
import { custom } from './custom';
import { serviceProfile } from './profile';
import { SERVICES, serviceOf } from './registry';

const capability = capmonster.capabilities.recaptcha;
if (!capability) throw new Error('CapMonster solves reCAPTCHA');

const at = { websiteURL: 'https://site.example/p', websiteKey: 'SITEKEY' };
const base: PlacedChallenge = { kind: 'recaptcha', ...at, invisible: false, enterprise: false };

describe('task', () => {
  it.each<[string, Partial<PlacedChallenge>, object]>([
    ['v2', {}, { type: 'RecaptchaV2Task', ...at }],
    ['v2 invisible', { invisible: true }, { type: 'RecaptchaV2Task', ...at, isInvisible: true }],
    ['v2 with data-s', { s: 'ONE' }, { type: 'RecaptchaV2Task', ...at, recaptchaDataSValue: 'ONE' }],
    ['v2 ignores an action', { action: 'login' }, { type: 'RecaptchaV2Task', ...at }],
    ['Enterprise', { enterprise: true, apiDomain: 'www.google.com' }, { type: 'RecaptchaV2EnterpriseTask', ...at }],
    [
      'Enterprise with everything',
      { enterprise: true, invisible: true, s: 'ONE', action: 'login', apiDomain: 'www.recaptcha.net' },
      {
        type: 'RecaptchaV2EnterpriseTask',
        ...at,
        isInvisible: true,
        enterprisePayload: { s: 'ONE' },
        pageAction: 'login',
        apiDomain: 'www.recaptcha.net',
      },
    ],
  ])('%s', (_, facts, task) => {
    expect(capability.task({ ...base, ...facts })).toEqual(task);
  });
});

describe('answer', () => {
  it.each([
    [{ gRecaptchaResponse: 'TOKEN' }, { token: 'TOKEN' }],
    [
      { gRecaptchaResponse: 'TOKEN', userAgent: 'UA', cookies: { nocookies: 'true' } },
      { token: 'TOKEN', userAgent: 'UA' },
    ],
    [{ gRecaptchaResponse: 'TOKEN', userAgent: '' }, { token: 'TOKEN' }],
    [{ gRecaptchaResponse: 'TOKEN', userAgent: 7 }, { token: 'TOKEN' }],
    [{}, null],
    [{ gRecaptchaResponse: '' }, null],
    [{ gRecaptchaResponse: ' ' }, null],
    [{ gRecaptchaResponse: 7 }, null],
    [{ gRecaptchaResponse: ['TOKEN'] }, null],
    [{ gRecaptchaResponse: null }, null],
    [{ text: 'TOKEN' }, null],
  ])('%j -> %j', (solution, answer) => {
    expect(capability.answer(solution)).toEqual(answer);
  });
});

describe('registry and profiles', () => {
  it('finds each service by its id, and no other', () => {
    for (const service of SERVICES) expect(serviceOf(service.id)).toBe(service);
    expect(serviceOf('capkill2')).toBeUndefined();
    expect(new Set(SERVICES.map(({ id }) => id)).size).toBe(SERVICES.length);
  });

  it('has a fixed HTTPS address for every service but the custom one', () => {
    for (const { id, base: address } of SERVICES)
      if (id === custom.id) expect(address).toBeNull();
      else expect(address).toMatch(/^https:\/\/[^/]+[^/]$/);
  });

  it('never polls faster than every 2 s, nor more than 120 times before it gives up', () => {
    for (const id of [...SERVICES.map((service) => service.id), 'gone']) {
      const { firstMs, intervalMs, giveUpMs } = serviceProfile(id, 'recaptcha');
      expect(firstMs).toBeGreaterThanOrEqual(1_000);
      expect(intervalMs).toBeGreaterThanOrEqual(2_000);
      expect((giveUpMs - firstMs) / intervalMs).toBeLessThanOrEqual(120);
    }
  });
});
