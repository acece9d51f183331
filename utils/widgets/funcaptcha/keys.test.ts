import { describe, expect, it } from 'vitest';
import { hostedSource, isKey, keyInTrace, readToken, scriptSource, subdomainOf } from './keys';

const KEY = '5A4DB0C5-0001-4A11-8C0D-A2C05E5A4DB0';

describe('addresses', () => {
  it.each([
    [`https://client-api.arkoselabs.com/v2/${KEY}/api.js`, { host: 'client-api.arkoselabs.com', key: KEY }],
    // A site's own host, which need not name the vendor, and what follows the path.
    [`https://a1.site.example/v2/${KEY.toLowerCase()}/api.js?x=1`, { host: 'a1.site.example', key: KEY.toLowerCase() }],
    ['https://client-api.arkoselabs.com/v2/api.js', null],
    [`https://client-api.arkoselabs.com/v2/${KEY}0/api.js`, null],
    [`https://site.example/?u=/v2/${KEY}/api.js`, null],
    ['', null],
  ])('script %s', (src, source) => expect(scriptSource(src)).toEqual(source));

  it.each([
    [`https://iframe.arkoselabs.com/${KEY}/index.html?mkt=en`, KEY],
    [`https://iframe.arkoselabs.com/${KEY}`, KEY],
    [`https://iframe.arkoselabs.com.evil.example/${KEY}/`, undefined],
    [`http://iframe.arkoselabs.com/${KEY}/`, undefined],
  ])('hosted %s', (src, key) => expect(hostedSource(src)?.key).toBe(key));

  it('a trace names the script that called, and no other', () => {
    const other = KEY.replace('0001', '0002');
    const trace = `Error\n at setup (https://site.example/app.js:1:1)\n at https://h.example/v2/${KEY}/api.js:2:3\n at https://h.example/v2/${other}/api.js:1:1`;
    expect(keyInTrace(trace)).toBe(KEY);
    expect(keyInTrace('Error\n at https://site.example/app.js:1:1')).toBeUndefined();
  });

  it('a key is a UUID from end to end', () => {
    expect(isKey(KEY)).toBe(true);
    for (const text of [`${KEY}x`, `x${KEY}`, '', null, undefined]) expect(isKey(text)).toBe(false);
  });

  it('no service is told of the host that it takes for granted', () => {
    expect(subdomainOf('client-api.arkoselabs.com')).toEqual({});
    expect(subdomainOf(undefined)).toEqual({});
    expect(subdomainOf('shop-api.arkoselabs.com')).toEqual({ subdomain: 'shop-api.arkoselabs.com' });
  });
});

describe('a session token', () => {
  const surl = `surl=${encodeURIComponent('https://shop-api.arkoselabs.com')}`;

  it.each([
    ['in this order', ['12ab.345', `pk=${KEY}`, surl, 'sup=1']],
    ['and in that', ['12ab.345', 'sup=1', surl, 'at=40', `pk=${KEY}`]],
  ])('is read by name, %s', (_, parts) =>
    expect(readToken(parts.join('|'))).toEqual({ key: KEY, host: 'shop-api.arkoselabs.com', suppressed: true }),
  );

  it.each([
    ['nothing', ''],
    ['another text', 'remember me'],
    ['a key that is none', '1.2|pk=KEY|surl=nowhere'],
    ['what is badly encoded', '1.2|surl=%E0%A4%A|sup=0'],
  ])('%s tells nothing', (_, token) => expect(readToken(token)).toEqual({ suppressed: false }));
});
