import { describe, expect, it } from 'vitest';
import { isStable, isStableClass, isStableText, stablePath } from './stable';

describe('isStable', () => {
  it.each([
    ...['captcha', 'captcha_code', 'login-form', 'x7', 'captcha-1', 'j_captcha_response', 'user[captcha]', 'id_form_0'],
    ...['ctl00$Main$txtCode', 'recaptcha2', 'verifyCode', 'form:captcha', 'wpCaptchaWord', 'edit-captcha-response'],
  ])('%s is written by a person', (name) => {
    expect(isStable(name)).toBe(true);
  });

  it.each([
    ...['', ':r1:', '«r3»', 'css-1x2y3z', 'jsx-2871293', 'sc-bdVaJa', 'ember512', 'gwt-uid-7', 'radix-:r2:', 'mui-45'],
    ...['field_20261124', 'simple_captcha-8f3a9c01', 'c0ffee12', 'img__3xK2z', 'qzxkvw', 'a1b2c', 'x'.repeat(81)],
    ...[
      'yui_3_18_1_1_1600',
      'headlessui-input-3',
      'two words',
      '3f9b7c-11aa22',
      'svelte-1tky8bj',
      'j_idt42',
      '_ngcontent-x',
    ],
  ])('%s is made by a machine', (name) => {
    expect(isStable(name)).toBe(false);
  });
});

it.each(['is-invalid', 'has-error', 'ng-dirty', 'lazyloaded', 'active', 'md:w-full'])(
  '%s is no class to go by',
  (name) => {
    expect(isStableClass(name)).toBe(false);
  },
);

it('texts may be of any language, and must hold no code', () => {
  for (const text of ['captcha', 'Введите код', '验证码', 'Type the 5 letters']) expect(isStableText(text)).toBe(true);
  for (const text of ['', '  ', 'Captcha 8f3a9c01', 'No. 20261124', 'x'.repeat(81)])
    expect(isStableText(text)).toBe(false);
});

it.each([
  ['/captcha.php?sid=8f3a', 'captcha.php'],
  ['https://a.example/img/captcha/show.png#x', 'captcha/show.png'],
  ['//cdn.example/captcha/image/3f3f3f3f3f3f3f3f/', 'captcha/image/'],
  ['/uploads/wpcf7_captcha/1790213.png', 'uploads/wpcf7_captcha/'],
  ['/code.jsp;jsessionid=A1B2', 'code.jsp'],
  ['captcha', 'captcha'],
  ['/a1b2c3d4e5.png', null],
  ['data:image/png;base64,AAAA', null],
  ['blob:https://a.example/1', null],
  ['', null],
])('%s comes from %s', (address, path) => {
  expect(stablePath(address)).toBe(path);
});
