import { describe, expect, it } from 'vitest';
import type { PlacedChallenge } from '../widgets/challenge';
import type { RecaptchaChallenge } from '../widgets/recaptcha/challenge';
import { capmonster } from './capmonster';

const capability = capmonster.capabilities.recaptcha;
if (!capability) throw new Error('CapMonster solves reCAPTCHA');

const at = { websiteURL: 'https://site.example/p', websiteKey: 'SITEKEY' };
const base: PlacedChallenge<RecaptchaChallenge> = { kind: 'recaptcha', ...at, invisible: false, enterprise: false };

describe('task', () => {
  it.each<[string, Partial<PlacedChallenge<RecaptchaChallenge>>, object]>([
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
      { token: 'TOKEN', userAgent: 'UA', cookies: { nocookies: 'true' } },
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
