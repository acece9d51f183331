import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountOptions } from '../services/options';
import { readAppId, readCallbackUrl, readKeySuffixes, readSoftId, withOption } from './account-options';

const READERS = {
  callbackUrl: readCallbackUrl,
  softId: readSoftId,
  appId: readAppId,
  keySuffixes: readKeySuffixes,
};

it.each([
  [readCallbackUrl(' https://me.example/solved '), 'https://me.example/solved'],
  [readSoftId(' 54 '), 54],
  [readAppId(' AB-12 '), 'AB-12'],
  [readKeySuffixes('nocache, __recognizingthreshold_70,, nocache'), ['nocache', 'recognizingthreshold_70']],
])('reads %o', (read, value) => expect(read).toEqual({ ok: true, value }));

it.each([
  readCallbackUrl('me.example'),
  readCallbackUrl('ftp://me.example'),
  readSoftId('-1'),
  readSoftId('1.5'),
  readSoftId('2147483648'),
  readAppId('x'.repeat(101)),
  readKeySuffixes('no cache'),
  readKeySuffixes('a__b'),
  readKeySuffixes('a,b,c,d,e,f,g,h,i'),
])('refuses with a reason: %o', (read) => expect(read).toMatchObject({ ok: false, message: /./ }));

it('takes nothing that the background would refuse, and empties what is empty', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.nat().map(String),
    fc.array(fc.stringMatching(/^\w{1,9}$/)).map(String),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.entries(READERS)), typed, ([name, read], text) => {
      const result = read(text);
      if (!result.ok) return;
      const value = result.value === undefined ? {} : { [name]: result.value };
      expect(AccountOptions.safeParse(value).success).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  for (const read of Object.values(READERS)) expect(read(' ')).toEqual({ ok: true, value: undefined });
});

it('sets one option and keeps the others', () => {
  expect(withOption({ softId: 1 }, 'nocache', true)).toEqual({ softId: 1, nocache: true });
  expect(withOption({ softId: 1, nocache: true }, 'nocache', false)).toEqual({ softId: 1 });
  expect(withOption({ softId: 1 }, 'softId', undefined)).toEqual({});
});
