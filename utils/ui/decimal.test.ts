import { expect, it } from 'vitest';
import { readAmount, writeAmount } from './decimal';

it.each([
  ['0.6', 0.6],
  [' 2,99 ', 2.99],
  ['$1', 1],
  ['.5', 0.5],
  ['0', 0],
  ['', null],
])('takes %j for %s', (typed, value) => expect(readAmount(typed, true)).toEqual({ ok: true, value }));

it.each(['-1', 'much', '1e3', '1.2.3', '1,000.50', '1000001'])('refuses %j', (typed) =>
  expect(readAmount(typed, true)).toEqual({ ok: false, message: expect.stringMatching(/\.$/) }),
);

it('takes nothing only where that is allowed, and writes what it reads', () => {
  expect(readAmount('', false).ok).toBe(false);
  expect([writeAmount(null), writeAmount(0.6)]).toEqual(['', '0.6']);
});
