import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, money } from './format';
import { readHostname } from './hostname';
import { keyForm, withoutSaved } from './key-form';
import { readWhole } from './whole';

describe('readHostname', () => {
  it.each([
    ['shop.example', 'shop.example'],
    ['  SHOP.example/path ', 'shop.example'],
    ['http://shop.example:8080/?q', 'shop.example'],
    ['localhost', 'localhost'],
    ['[::1]', '[::1]'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('reads %s', (typed, hostname) => expect(readHostname(typed, [])).toEqual({ ok: true, hostname }));

  it.each(['', '   ', '*.shop.example', 'two words', 'ftp://shop.example', 'me@shop.example', 'http://'])(
    'refuses "%s"',
    (typed) => expect(readHostname(typed, []).ok).toBe(false),
  );

  it('refuses what is there already', () => expect(readHostname('a.example', ['a.example']).ok).toBe(false));

  it('answers whatever is typed, and only with what the browser would call the host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.string({ unit: 'grapheme' })), (typed) => {
        const read = readHostname(typed, []);
        if (read.ok) expect(new URL(`https://${read.hostname}/`).hostname).toBe(read.hostname);
      }),
    );
  });
});

it('reads whole numbers and nothing else', () => {
  expect(readWhole(' 20 ', 1)).toEqual({ ok: true, value: 20 });
  for (const typed of ['', '1.5', '-3', '1e3', 'many', '99999999999999999999', '0'])
    expect(readWhole(typed, 1).ok).toBe(false);
});

it('says amounts and times as people do', () => {
  expect([12.345, 0, 0.004, 1071810, -0.5].map(money)).toEqual([
    '$12.35',
    '$0.00',
    'less than $0.01',
    '$1,071,810.00',
    '-$0.50',
  ]);
  expect([-5, 999, 59_999, 60_000].map(duration)).toEqual(['0 s', '0 s', '59 s', '1 min 0 s']);
});

it('shows the draft over what is stored, and another service without the key of this one', () => {
  const service = (id: string) => ({ id, label: id, keyHint: '', dashboard: null, custom: false, hasKey: id !== 'c' });
  const view = {
    services: [service('a'), service('b'), service('c')],
    service: 'a',
    clientKey: 'key of a',
    address: '',
  };
  const form = (draft: object) => keyForm(view as unknown as Parameters<typeof keyForm>[0], draft);
  expect(form({})).toMatchObject({ clientKey: 'key of a', stored: true });
  expect(form({ clientKey: '' })).toMatchObject({ clientKey: '', stored: true });
  expect(form({ service: 'b' })).toMatchObject({ service: { id: 'b' }, clientKey: '', stored: false, reuse: true });
  expect(form({ service: 'b', clientKey: 'x' }).reuse).toBe(false);
  expect(form({ service: 'c' }).reuse).toBe(false);
  expect(form({ clientKey: '' }).reuse).toBe(false);
  expect(withoutSaved({ service: 'b', clientKey: 'x' }, { service: 'b', clientKey: 'y' })).toEqual({ clientKey: 'x' });
});
