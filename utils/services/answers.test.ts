import { expect, it } from 'vitest';
import { tokenAnswer, withoutKey } from './answers';
import { keyWatch } from './secret';

it.each([
  [{ a: 'T', b: 'U' }, { token: 'T' }],
  [{ b: 'U' }, { token: 'U' }],
  [{ a: ' ', b: 'U' }, { token: 'U' }],
  [{ a: 'T', userAgent: 'x'.repeat(1_001) }, { token: 'T' }],
  [
    { a: 'T', cookies: { one: '1', two: 2, 'bad name': 'x', three: 'y'.repeat(5_000) } },
    { token: 'T', cookies: { one: '1' } },
  ],
  [
    { a: 'T', cookies: 'one=1; two=2=3' },
    { token: 'T', cookies: { one: '1', two: '2=3' } },
  ],
  [{ a: 'T', cookies: {} }, { token: 'T' }],
  [{ a: 'T', cookies: ['x'] }, { token: 'T' }],
  [{ a: 'T', cookies: null }, { token: 'T' }],
  [JSON.parse('{"a":"T","cookies":{"__proto__":"x"}}'), { token: 'T' }],
  [{ a: 'x'.repeat(100_001) }, null],
  [{ c: 'T' }, null],
])('%.80j', (solution, answer) => {
  expect(tokenAnswer(solution, ['a', 'b'])).toEqual(answer);
});

it('drops what holds the key, and the whole answer where the token does', () => {
  const holdsKey = keyWatch('SECRET__nocache');
  const cookies = { one: '1', two: 'SECRET' };
  expect(withoutKey({ token: 'T', userAgent: 'SECRET', cookies }, holdsKey)).toEqual({
    token: 'T',
    cookies: { one: '1' },
  });
  expect(withoutKey({ token: 'xSECRETx' }, holdsKey)).toBeNull();
});

it('does not take a word for a key', () => {
  expect(keyWatch('a')('a text')).toBe(false);
  expect(keyWatch('')('a text')).toBe(false);
});
