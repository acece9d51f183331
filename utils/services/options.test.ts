import { describe, expect, it } from 'vitest';
import { AccountOptions, documented, suffixedKey } from './options';

describe('AccountOptions', () => {
  it.each([
    {},
    { callbackUrl: 'https://me.example/hook?x=1' },
    { callbackUrl: 'http://192.168.1.2:8080/' },
    { softId: 54 },
    { nocache: false },
    { keySuffixes: ['nocache', 'recognizingthreshold_70'] },
    { appId: '5F6B2A40-26AE-4B1E-8B3C-0123456789AB' },
  ])('takes %j', (options) => {
    expect(AccountOptions.parse(options)).toEqual(options);
  });

  it.each([
    { callbackUrl: '' },
    { callbackUrl: 'me.example' },
    { callbackUrl: 'ftp://me.example' },
    { callbackUrl: 'javascript:alert(1)' },
    { softId: 1.5 },
    { softId: '54' },
    { keySuffixes: ['a__b'] },
    { keySuffixes: ['_a'] },
    { keySuffixes: [''] },
    { nocache: 'yes' },
    { other: 1 },
  ])('refuses %j', (options) => {
    expect(AccountOptions.safeParse(options).success).toBe(false);
  });
});

it('sends what is documented, and nothing where nothing is set', () => {
  expect(documented({ softId: 1, nocache: true }, ['softId', 'callbackUrl'])).toEqual({ softId: 1 });
  expect(documented(undefined, ['softId'])).toEqual({});
});

it.each([
  ['KEY', undefined, 'KEY'],
  ['KEY', ['nocache'], 'KEY__nocache'],
  ['KEY', ['nocache', 'recognizingthreshold_70'], 'KEY__nocache__recognizingthreshold_70'],
  ['KEY__nocache', ['nocache', 'common'], 'KEY__nocache__common'],
])('key %s with %j is %s', (key, suffixes, whole) => {
  expect(suffixedKey(key, suffixes)).toBe(whole);
});
