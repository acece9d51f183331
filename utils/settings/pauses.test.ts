import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { challenge } from '../../test/fakes/jobs';
import { capmonster } from '../services/capmonster';
import { refusalFor } from '../services/refusal';
import { accountStates } from './accounts';
import { pauseFor, pauseOf, typeKey, typePauses } from './pauses';

beforeEach(() => fakeBrowser.reset());

const V2 = 'RecaptchaV2Task';
const V2E = 'RecaptchaV2EnterpriseTask';
const met = { challenge, type: V2, polling: false };
const paused = (code: string, over: Partial<typeof met> = {}, now = 0) => {
  const pause = pauseFor(capmonster, refusalFor(capmonster, code), { ...met, ...over }, now);
  return pause ? { [pause.key]: pause.state } : {};
};

describe('pauseOf', () => {
  it('keeps one type of task from a service, and no other type', () => {
    const states = paused('ERROR_TASK_NOT_SUPPORTED');
    expect(pauseOf(states, 'capmonster', V2, 0)?.problem.message).toMatch(/^CapMonster Cloud does not solve/);
    expect(pauseOf(states, 'capmonster', V2E, 0)).toBeNull();
    expect(pauseOf(states, 'capmonster', null, 0)).toBeNull();
    expect(pauseOf(states, '2captcha', V2, 0)).toBeNull();
  });

  it('keeps every type from a service that is paused as a whole', () => {
    const states = paused('ERROR_KEY_DOES_NOT_EXIST');
    for (const type of [V2, V2E, null]) expect(pauseOf(states, 'capmonster', type, 1e12)).not.toBeNull();
  });

  it('ends with the documented time', () => {
    const states = paused('ERROR_PROXY_BANNED', {}, 1_000);
    expect(pauseOf(states, 'capmonster', V2, 600_999)).not.toBeNull();
    expect(pauseOf(states, 'capmonster', V2, 601_000)).toBeNull();
  });

  it.each(['ERROR_NO_SLOT_AVAILABLE', 'ERROR_CAPTCHA_UNSOLVABLE', 'ERROR_NEW', ''])('%s pauses nothing', (code) => {
    expect(paused(code)).toEqual({});
  });
});

describe('pauseFor', () => {
  it('says in words what one type of task solves', () => {
    const states = paused('ERROR_NO_SUCH_METHOD', { challenge: { ...challenge, enterprise: true }, type: V2E });
    expect(typePauses(states, 'capmonster', 0)).toMatchObject([{ about: 'reCAPTCHA Enterprise' }]);
    expect(typePauses(states, 'cap', 0)).toEqual([]);
  });

  it('lets the answers be fetched that were paid for before the money ran out', () => {
    const collects = (code: string, polling: boolean) =>
      pauseOf(paused(code, { polling }), 'capmonster', null, 0)?.collects ?? false;
    expect(collects('ERROR_ZERO_BALANCE', false)).toBe(true);
    // Refused there too: repeating it earns a ban.
    expect(collects('ERROR_ZERO_BALANCE', true)).toBe(false);
    expect(collects('ERROR_KEY_DOES_NOT_EXIST', false)).toBe(false);
    expect(collects('ERROR_IP_BANNED', false)).toBe(false);
  });
});

describe('resume', () => {
  const untilKey = typeKey('capmonster', V2);
  const timed = typeKey('capmonster', V2E);
  const whole = 'capmonster';
  const other = typeKey('capmonster2', V2);
  beforeEach(async () => {
    const [state] = Object.values(paused('ERROR_TASK_NOT_SUPPORTED'));
    const [ban] = Object.values(paused('ERROR_PROXY_BANNED'));
    const [key] = Object.values(paused('ERROR_KEY_DOES_NOT_EXIST'));
    if (!state || !ban || !key) throw new Error('nothing is paused');
    await accountStates.set(untilKey, state);
    await accountStates.set(other, state);
    await accountStates.set(timed, ban);
    await accountStates.set(whole, key);
  });
  const left = async () => Object.keys(await accountStates.all()).sort();

  it('ends the pauses of its types, and neither its own nor those of others', async () => {
    await accountStates.resume('capmonster');
    expect(await left()).toEqual([whole, other]);
  });

  it('leaves those that end by themselves after a look at the account', async () => {
    await accountStates.resume('capmonster', false);
    expect(await left()).toEqual([whole, timed, other]);
  });
});
