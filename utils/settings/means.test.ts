import { describe, expect, it } from 'vitest';
import { challenge } from '../../test/fakes/jobs';
import type { AccountState } from '../messages/ui';
import { meansOf, nextService } from './means';
import { type Account, DEFAULTS } from './schema';

const having = (...services: string[]) => ({
  ...DEFAULTS,
  accounts: services.map((service): Account => ({ service, clientKey: `KEY-${service}` })),
});
const broke: AccountState = { state: 'problem', fatal: true, problem: { message: 'No money.', advice: 'Top up.' } };
const enterprise = { ...challenge, enterprise: true };

describe('meansOf', () => {
  it.each([
    ['the first of the order', having('2captcha', 'capmonster'), {}, challenge, '2captcha'],
    ['past one that is paused', having('2captcha', 'capmonster'), { '2captcha': broke }, challenge, 'capmonster'],
    ['past one that cannot', having('capkill', 'capmonster'), {}, enterprise, 'capmonster'],
    ['past one without this kind', having('brocapgpt', 'capkill'), {}, challenge, 'capkill'],
  ])('%s', (_, settings, states, widget, id) => {
    expect(meansOf(settings, states, 0, widget)).toMatchObject({ service: { id }, paused: null });
  });

  it('says what all of them are paused for, or that none of them can', () => {
    expect(meansOf(having('capmonster'), { capmonster: broke }, 0, challenge).paused).toBe('No money. Top up.');
    expect(meansOf(having('capkill'), {}, 0, enterprise).unsupported).toContain('CapKill');
    expect(meansOf(DEFAULTS, {}, 0, challenge)).toEqual({ service: null, paused: null });
  });

  it('goes past one that is paused for this type of task alone, and no further than that', () => {
    const order = having('capmonster', '2captcha');
    const states = { 'capmonster/RecaptchaV2Task': broke };
    expect(meansOf(order, states, 0, challenge)).toMatchObject({ service: { id: '2captcha' }, paused: null });
    expect(meansOf(order, states, 0, enterprise)).toMatchObject({ service: { id: 'capmonster' }, paused: null });
    expect(meansOf(order, states, 0)).toMatchObject({ service: { id: 'capmonster' }, paused: null });
    const alone = meansOf(having('capmonster', 'brocapgpt'), states, 0, challenge);
    expect(alone).toMatchObject({ service: { id: 'capmonster' }, paused: 'No money. Top up.' });
  });

  it('takes a pause that has run out for none', () => {
    const banned = { ...broke, until: 500 } as AccountState;
    expect(meansOf(having('capmonster'), { capmonster: banned }, 499).paused).not.toBeNull();
    expect(meansOf(having('capmonster'), { capmonster: banned }, 500).paused).toBeNull();
  });
});

describe('nextService', () => {
  const job = { service: 'capmonster', tried: ['2captcha'], challenge };
  it('is the next that was not tried, is awake and can', () => {
    const order = having('2captcha', 'capmonster', 'brocapgpt', 'capsolver', 'anticaptcha');
    expect(nextService(order, {}, 0, job)).toBe('capsolver');
    expect(nextService(order, { capsolver: broke }, 0, job)).toBe('anticaptcha');
    expect(nextService(order, { 'capsolver/ReCaptchaV2TaskProxyLess': broke }, 0, job)).toBe('anticaptcha');
    expect(nextService(having('2captcha', 'capmonster'), {}, 0, job)).toBeNull();
  });
});
