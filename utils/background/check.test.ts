import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccountState } from '../messages/ui';
import type { Balance } from '../services/client';
import { refusalFor, trouble } from '../services/refusal';
import { serviceOf } from '../services/registry';
import { problemState } from '../settings/account-state';
import { accountStates } from '../settings/accounts';
import { DEFAULTS } from '../settings/schema';
import { settings } from '../settings/store';
import { createCheck } from './check';

let clock = 0;
let reply: Balance = { outcome: 'balance', amount: 5 };
const getBalance = vi.fn(async () => reply);
let check: ReturnType<typeof createCheck>;

beforeEach(async () => {
  fakeBrowser.reset();
  clock = 1_000_000;
  reply = { outcome: 'balance', amount: 5 };
  getBalance.mockClear();
  check = createCheck({ client: { getBalance }, now: () => clock });
  const ids = ['capmonster', 'captcha69', 'anticaptcha'];
  await settings.change(() => ({ ...DEFAULTS, accounts: ids.map((service) => ({ service, clientKey: 'KEY' })) }));
  for (const id of ids) await accountStates.set(id, { state: 'unchecked' });
});

const service = (id: string) => {
  const known = serviceOf(id);
  if (!known) throw new Error(id);
  return known;
};
async function pause(id: string, code: string): Promise<AccountState> {
  const state = problemState(service(id), refusalFor(service(id), code), clock);
  await accountStates.set(id, state);
  return state;
}
const kept = (id: string) => accountStates.get(id);
const refused = (code: string): Balance => ({ outcome: 'failed', refusal: refusalFor(service('capmonster'), code) });

it('ends a pause only by what it shows: money, not an empty account, nor no connection', async () => {
  await pause('capmonster', 'ERROR_ZERO_BALANCE');
  reply = { outcome: 'balance', amount: 0 };
  expect(await check('capmonster')).toMatchObject({ state: 'problem', fatal: true });
  reply = { outcome: 'failed', refusal: trouble(service('capmonster'), '{service} is away.', 'Wait.') };
  expect(await check('capmonster')).toMatchObject({ fatal: true, problem: { message: 'CapMonster Cloud is away.' } });
  expect(await kept('capmonster')).toMatchObject({ fatal: true, code: 'ERROR_ZERO_BALANCE' });
  reply = { outcome: 'balance', amount: 3 };
  expect(await check('capmonster')).toEqual({ state: 'balance', amount: 3, at: clock });
  expect(await kept('capmonster')).toMatchObject({ state: 'balance' });
});

it('says what is wrong with a key', async () => {
  reply = refused('ERROR_KEY_DOES_NOT_EXIST');
  expect(await check('capmonster')).toMatchObject({ fatal: true, code: 'ERROR_KEY_DOES_NOT_EXIST' });
});

it('asks nothing of a service that has banned for a time, not even with another key', async () => {
  const banned = await pause('capmonster', 'ERROR_IP_BANNED');
  clock += 599_999;
  expect(await check('capmonster', true)).toEqual(banned);
  expect(getBalance).not.toHaveBeenCalled();
  clock += 1;
  expect(await check('capmonster')).toMatchObject({ state: 'balance' });
});

it('does not ask more often than the service allows, whatever was seen; another key is another account', async () => {
  reply = { outcome: 'balance', amount: 0 };
  await check('anticaptcha');
  clock += 29_999;
  expect(await check('anticaptcha')).toMatchObject({ state: 'problem' });
  expect(getBalance).toHaveBeenCalledTimes(1);
  await check('anticaptcha', true);
  expect(getBalance).toHaveBeenCalledTimes(2);
  clock += 30_000;
  await check('anticaptcha');
  expect(getBalance).toHaveBeenCalledTimes(3);
});

it('a service that tells no balance: a bad key is one until it is saved again, money is the person’s word', async () => {
  await pause('captcha69', 'ERROR_KEY_DOES_NOT_EXIST');
  expect(await check('captcha69')).toMatchObject({ state: 'problem', fatal: true });
  expect(await check('captcha69', true)).toEqual({ state: 'no-balance' });
  await pause('captcha69', 'ERROR_ZERO_BALANCE');
  expect(await check('captcha69')).toEqual({ state: 'no-balance' });
  expect(getBalance).not.toHaveBeenCalled();
});

it('shows no balance, and no error, where a compatible service has no such method', async () => {
  reply = refused('ERROR_NO_SUCH_METHOD');
  expect(await check('capmonster')).toEqual({ state: 'no-balance' });
});

it('asks again for what a service had refused to solve, once the account is in order', async () => {
  const [type, state] = ['capmonster/RecaptchaV2Task', await pause('capmonster', 'ERROR_ACCOUNT_SUSPENDED')];
  await accountStates.set(type, state);
  reply = refused('ERROR_ACCOUNT_SUSPENDED');
  await check('capmonster');
  expect(await accountStates.all()).toHaveProperty([type]);
  reply = { outcome: 'balance', amount: 1 };
  await check('capmonster');
  expect(await accountStates.all()).not.toHaveProperty([type]);
});
