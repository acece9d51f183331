import { describe, expect, it } from 'vitest';
import { isVendorFrame } from './injected';

describe("addresses of the vendors' frames", () => {
  it.each([
    'https://www.google.com/recaptcha/api2/anchor?ar=1&k=6L&co=aHR0',
    'https://google.com/recaptcha/enterprise/bframe?k=6L',
    'http://www.recaptcha.net:8443/recaptcha/api2/anchor?k=6L',
    'https://client-api.arkoselabs.com/v2/1A/enforcement.2b.html#1A',
    'https://roblox-api.arkoselabs.com/fc/gc/?token=1',
    'https://funcaptcha.com/fc/gc/?token=1',
    'https://captcha.site.example/v2/2.9.1/enforcement.2b.html',
  ])('match %s', (url) => expect(isVendorFrame(url)).toBe(true));

  it.each([
    'https://www.google.com/recaptcha/api2/demo',
    'https://www.google.com.evil.example/recaptcha/api2/anchor?k=1',
    'https://notgoogle.com/recaptcha/api2/anchor?k=1',
    'https://site.example/?next=https://www.google.com/recaptcha/api2/anchor',
    'https://arkoselabs.com.evil.example/',
    'https://wwwXgoogle.com/recaptcha/api2/anchor',
    'about:blank',
    '',
  ])('do not match %s', (url) => expect(isVendorFrame(url)).toBe(false));
});
