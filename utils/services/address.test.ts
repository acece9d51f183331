import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from './address';

describe('checkAddress', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['  https://api.example.com/api//  ', 'https://api.example.com/api'],
    ['https://api.example.com:8443/v1', 'https://api.example.com:8443/v1'],
    ['HTTPS://API.Example.com', 'https://api.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:9000/api', 'http://[::1]:9000/api'],
  ])('takes %j as %j', (typed, base) => {
    expect(checkAddress(typed)).toEqual({ ok: true, base });
  });

  it.each([
    ['', /Type the address/],
    ['   ', /Type the address/],
    ['api.example.com', /complete address/],
    ['localhost:8080', /begin with https/],
    ['ftp://api.example.com', /begin with https/],
    ['javascript:alert(1)', /begin with https/],
    ['http://api.example.com', /show your key/],
    ['http://localhost.evil.example', /show your key/],
    ['http://notlocalhost', /show your key/],
    ['http://127.0.0.1.evil.example', /show your key/],
    ['http://10.0.0.1', /show your key/],
    ['http://192.168.1.1', /show your key/],
    ['https://me:secret@api.example.com', /user name/],
    ['https://me@api.example.com', /user name/],
    ['https://api.example.com/?key=1', /"\?"/],
    ['https://api.example.com/#top', /"\?"/],
    // An empty query swallows the method that is appended to it.
    ['https://api.example.com/?', /"\?"/],
    ['https://api.example.com/#', /"\?"/],
  ])('refuses %j', (typed, reason) => {
    expect(checkAddress(typed)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('never throws, and what it takes keeps method and origin', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (typed) => {
        const checked = checkAddress(typed);
        if (!checked.ok) return checked.reason.length > 0;
        const called = new URL(`${checked.base}/createTask`);
        return called.origin === new URL(typed.trim()).origin && called.pathname.endsWith('/createTask');
      }),
    );
  });
});
