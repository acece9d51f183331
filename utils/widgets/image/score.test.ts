// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { judgePicture } from './candidates';
import { judgeField } from './fields';
import { judgeSize, judgeTie } from './score';
import { matches, plain } from './text';

const first = <E extends Element>(html: string, selector: string): E => {
  document.body.innerHTML = html;
  return document.querySelector(selector) as E;
};
const field = (html: string) => judgeField(first<HTMLInputElement>(html, 'input'));
const picture = (html: string) => judgePicture(first(html, 'img,svg,canvas'), null);

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('words', () => {
  it.each([
    ['verifyCode', 'verify code'],
    ['user[captcha]', 'user captcha '],
    ['Código de verificação', 'codigo de verificacao'],
    ['Введите Код', 'введите код'],
    ['g-recaptcha hcaptcha-box', 'g vendor vendor box'],
  ])('are taken from %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('stand alone or in parts', () => {
    const row = { weight: 1, words: 'code', parts: 'captcha' };
    expect(['my code', 'code2', 'decoder', 'mycaptchabox'].map((text) => matches(row, text))).toEqual([
      ...[true, true, false, true],
    ]);
  });
});

describe('a field', () => {
  it.each([
    ['its name', '<input name="captcha_code">'],
    ['its label', '<label>Enter the characters in the image <input></label>'],
    ['its placeholder', '<input placeholder="Введите код с картинки">'],
    ['the text before it', '<p>請輸入圖中的數字</p><input>'],
    ['the text after it', '<input> Type the letters below'],
  ])('is told by %s', (_, html) => {
    expect(field(html)?.told).toBe(true);
    expect(field(html)?.score).toBeGreaterThanOrEqual(4);
  });

  it.each([
    '<input name="coupon_code" maxlength="8">',
    '<label>Code we sent to your phone <input name="code"></label>',
    '<input name="code" placeholder="验证码"><button>获取验证码</button>',
    '<label>What is 3 + 4? <input name="code"></label>',
  ])('has another purpose: %s', (html) => {
    expect(field(html)?.score).toBeLessThan(0);
  });

  it.each(['<input autocomplete="one-time-code">', '<input disabled>', '<input readonly>'])('is out: %s', (html) => {
    expect(field(html)).toBeNull();
  });

  it('keeps to the text up to the next field', () => {
    expect(field('<input><label>Captcha</label><input>')?.told).toBe(true);
    expect(field('<input name="city"><p>City</p><input><label>Captcha</label>')?.told).toBe(false);
  });
});

describe('a picture', () => {
  const score = (html: string) => picture(html)?.score ?? Number.NaN;

  it('counts for more the more it says', () => {
    expect(score('<img src="/captcha.php">')).toBeGreaterThan(score('<img src="/x.php">'));
    expect(score('<img src="/x.php">')).toBeGreaterThan(score('<img src="/x.png">'));
    expect(score('<img src="/x.png">')).toBeGreaterThan(score('<img src="/logo.png">'));
  });

  it('is worth less in a link that leads away', () => {
    expect(score('<a href="/p"><img src="/x.php"></a>')).toBeLessThan(score('<a href="#"><img src="/x.php"></a>'));
  });

  it('is named by svg-captcha through its viewBox', () => {
    const svg = (box: string) => picture(`<svg viewBox="${box}">${'<path d="M0 0"/>'.repeat(4)}</svg>`)?.named;
    expect([svg('0,0,150,50'), svg('0 0 150 50')]).toEqual([true, false]);
  });

  it("is not taken from a vendor's widget", () => {
    expect(picture('<div class="g-recaptcha"><img src="/captcha.php"></div>')).toBeNull();
  });

  it.each([
    [150, 50, true],
    [60, 20, true],
    [200, 100, true],
    [200, 200, false],
    [20, 20, false],
    [728, 90, false],
    [300, 200, false],
  ])('of %i x %i: %s', (width, height, fits) => {
    expect(judgeSize({ width, height }) > 0).toBe(fits);
  });
});

describe('a tie', () => {
  const tie = (html: string, between = 0) => {
    const input = first<HTMLInputElement>(html, 'input[name=a]');
    return judgeTie(document.querySelector('img') as Element, input, { level: 1, box: document.body, between });
  };

  it('is cut by a field in between, and by another form', () => {
    expect(tie('<img><input name="a">', 1)).toBeLessThan(tie('<img><input name="a">'));
    expect(tie('<form><img></form><form><input name="a"></form>')).toBe(Number.NEGATIVE_INFINITY);
  });

  it.each(['<a href="#">换一张</a>', '<button title="Refresh"></button>', '<input type="hidden" name="captcha_id">'])(
    'is firmer with %s',
    (html) => {
      expect(tie(`<img><input name="a">${html}`)).toBeGreaterThan(tie('<img><input name="a">'));
    },
  );
});
