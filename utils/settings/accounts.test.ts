import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { capmonster } from '../services/capmonster';
import type { Refusal } from '../services/client';
import { balanceState, problemState } from './account-state';
import { accountOf, accountStates, accountsOf } from './accounts';
import { pausedBy } from './pauses';
import { type Account, DEFAULTS } from './schema';

beforeEach(() => fakeBrowser.reset());

const having = (...accounts: Account[]) => ({ ...DEFAULTS, accounts });
const refusal = (over: Partial<Refusal> = {}): Refusal => ({
  class: 'config',
  message: 'M.',
  advice: 'A.',
  code: 'C',
  retryAfterMs: null,
  ...over,
});

describe('accountOf', () => {
  const key = { service: 'capmonster', clientKey: 'KEY' };
  it.each<[string, Account[], string, string | null]>([
    ['a key', [key], 'capmonster', 'https://api.capmonster.cloud'],
    ['no account', [], 'capmonster', null],
    ['an empty key', [{ ...key, clientKey: '' }], 'capmonster', null],
    ['an unknown service', [{ ...key, service: 'x' }], 'x', null],
    // A key goes to its own service only, whatever address is stored beside it.
    [
      'an address beside a fixed one',
      [{ ...key, address: 'https://evil.example' }],
      'capmonster',
      'https://api.capmonster.cloud',
    ],
    [
      'a custom address',
      [{ ...key, service: 'custom', address: 'https://own.example/api/' }],
      'custom',
      'https://own.example/api',
    ],
    ['no custom address', [{ ...key, service: 'custom' }], 'custom', null],
    ['plain HTTP', [{ ...key, service: 'custom', address: 'http://own.example' }], 'custom', null],
  ])('%s', (_, accounts, service, base) => {
    const account = accountOf(having(...accounts), service);
    expect(account?.base ?? null).toBe(base);
    if (base) expect(account).toMatchObject({ clientKey: 'KEY', service: { id: service } });
  });

  it('takes the first of the order that can be used', () => {
    const accounts = [{ service: 'custom', clientKey: 'A' }, { service: 'x', clientKey: 'B' }, key];
    expect(accountsOf(having(...accounts))).toMatchObject([{ clientKey: 'KEY' }]);
    expect(accountsOf(DEFAULTS)).toEqual([]);
  });
});

describe('states', () => {
  it('links to where the problem can be solved, and is fatal for the account only', () => {
    expect(problemState(capmonster, refusal({ goTo: 'topUp', pause: { until: 'key' } }), 0)).toEqual({
      state: 'problem',
      fatal: true,
      code: 'C',
      problem: { message: 'M.', advice: 'A.', link: { label: 'Top up', url: capmonster.topUp } },
    });
    expect(problemState(capmonster, refusal({ class: 'later' }), 0)).toEqual({
      state: 'problem',
      fatal: false,
      code: 'C',
      problem: { message: 'M.', advice: 'A.' },
    });
    expect(balanceState(capmonster, { outcome: 'balance', amount: 1.5 }, 7)).toEqual({
      state: 'balance',
      amount: 1.5,
      at: 7,
    });
  });

  it('pauses for fatal problems only', async () => {
    expect(pausedBy(await accountStates.get('capmonster'), 0)).toBeNull();
    await accountStates.set('capmonster', problemState(capmonster, refusal({ class: 'later' }), 0));
    expect(pausedBy(await accountStates.get('capmonster'), 0)).toBeNull();
    await accountStates.set('capmonster', problemState(capmonster, refusal({ pause: { until: 'key' } }), 0));
    expect(pausedBy(await accountStates.get('capmonster'), 0)).toBe('M. A.');
    expect(pausedBy(await accountStates.get('custom'), 0)).toBeNull();
    await accountStates.set('capmonster', { state: 'balance', amount: 2, at: 0 });
    expect(pausedBy(await accountStates.get('capmonster'), 0)).toBeNull();
  });

  it('pauses for a documented time, and not for a type of task', () => {
    const banned = problemState(capmonster, refusal({ pause: { until: 'time', ms: 600_000 } }), 1_000);
    expect(pausedBy(banned, 600_999)).toBe('M. A.');
    expect(pausedBy(banned, 601_000)).toBeNull();
    const oneType = problemState(capmonster, refusal({ pause: { until: 'check' }, scope: 'type' }), 0);
    expect(pausedBy(oneType, 0)).toBeNull();
  });

  it('stays paused without money: asking again and again earns a ban', async () => {
    await accountStates.set('capmonster', balanceState(capmonster, { outcome: 'balance', amount: 0 }, 0));
    expect(pausedBy(await accountStates.get('capmonster'), 0)).not.toBeNull();
  });

  it('loses no state of two that are set at once', async () => {
    await Promise.all([
      accountStates.set('capmonster', problemState(capmonster, refusal({ pause: { until: 'key' } }), 0)),
      accountStates.set('custom', { state: 'no-balance' }),
    ]);
    expect(await accountStates.get('capmonster')).toMatchObject({ state: 'problem' });
    expect(await accountStates.get('custom')).toEqual({ state: 'no-balance' });
  });
});
