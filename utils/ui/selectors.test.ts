// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readName, readPath, readSelectors } from './selectors';

it('reads selectors, one a line', () => {
  expect(readSelectors(' img#captcha \n\n[alt="captcha"]\n')).toEqual({
    ok: true,
    value: ['img#captcha', '[alt="captcha"]'],
  });
});

it.each([
  ['', /at least one/],
  [' \n ', /at least one/],
  [Array.from({ length: 9 }, () => 'img').join('\n'), /At most 8/],
  ['x'.repeat(301), /300 characters/],
])('refuses %j with a reason', (text, reason) => {
  expect(readSelectors(text)).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
});

it('reads paths and names', () => {
  for (const path of ['', '/', '/login']) expect(readPath(path)).toEqual({ ok: true, value: path });
  for (const path of ['login', '/a?b', '/a#b', `/${'x'.repeat(300)}`]) expect(readPath(path).ok).toBe(false);
  expect(readName(' Login ')).toEqual({ ok: true, value: 'Login' });
  expect(readName('x'.repeat(61)).ok).toBe(false);
});
