// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { markupLook as lookOf } from '../../../test/corpus/look';
import { PictureRule } from './rule';
import { findPair, ruleFor } from './rules';

const PATH = '/login';
const markupLook = lookOf({});

/** Puts a page together; `#shadow#` within a host makes what follows its shadow tree. */
function open(html: string): void {
  document.body.innerHTML = html;
  for (const template of document.querySelectorAll('template')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content.cloneNode(true));
    template.remove();
  }
}

const roots = (): ParentNode[] => [
  document,
  ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
];
const all = (selector: string): Element[] => roots().flatMap((root) => [...root.querySelectorAll(selector)]);

/** Opens a page on which `P=""` and `F=""` mark a picture and a field, and takes the marks away. */
function marked(html: string): { picture: Element | undefined; field: HTMLInputElement | undefined } {
  open(html);
  const [[picture], [field]] = [all('[P]'), all('[F]')];
  picture?.removeAttribute('P');
  field?.removeAttribute('F');
  return { picture, field: field as HTMLInputElement | undefined };
}

function ruleOn(html: string): PictureRule {
  const { picture, field } = marked(html);
  const rule = picture && field && ruleFor({ picture, field }, PATH, markupLook);
  if (!rule) throw new Error('no rule');
  return PictureRule.parse(rule);
}

/** What the rule finds on another page: what is marked there, nothing, or something else. */
function foundOn(html: string, rule: PictureRule, path = PATH): 'right' | 'nothing' | 'wrong' {
  const { picture, field } = marked(html);
  const pair = findPair(document, rule, path, markupLook);
  if (!pair) return 'nothing';
  return pair.picture === picture && pair.field === field ? 'right' : 'wrong';
}

afterEach(() => {
  document.body.innerHTML = '';
});

const SIZE = 'width="150" height="50"';
const img = (more: string, mark = 'P=""') => `<img ${mark} ${SIZE} ${more}>`;
const input = (more: string, mark = 'F=""') => `<input type="text" ${mark} ${more}>`;
const form = (inner: string, more = 'id="login"') => `<form ${more}>${inner}</form>`;
const LOGO = '<p><img src="/img/logo.png" alt="Shop" class="img-fluid" width="150" height="48"></p>';
const NAME = '<p><label>Name <input name="user"></label></p>';

const FOUND: [string, string, string][] = [
  [
    'another session in the address',
    form(img('src="/captcha.php?sid=8f3a9c01"') + input('name="code"')),
    form(img('src="/captcha.php?sid=77b2e4d9"') + input('name="code"')),
  ],
  [
    'another key in the path',
    form(img(`src="/captcha/image/${'3f'.repeat(20)}/" alt="captcha"`) + input('name="captcha_1"')),
    form(img(`src="/captcha/image/${'b7'.repeat(20)}/" alt="captcha"`) + input('name="captcha_1"')),
  ],
  [
    'a numbered file',
    `${LOGO}${form(img('src="/uploads/wpcf7_captcha/1790213.png"') + input('name="captcha-1"'))}`,
    `${LOGO}${form(img('src="/uploads/wpcf7_captcha/55120034.png"') + input('name="captcha-1"'))}`,
  ],
  [
    'ids by chance',
    form(img('id="simple_captcha-8f3a9c01" alt="captcha"') + input('id="f-3b9d7e21" name="captcha"')),
    form(img('id="simple_captcha-c0ffee12" alt="captcha"') + input('id="f-a1b2c3d4" name="captcha"')),
  ],
  [
    'hashes in classes',
    form(
      `${LOGO}<div class="css-1x2y3z">${img('class="css-9k2m1p Captcha_img__3xK2z"')}${input('class="css-77ab1" placeholder="Code"')}</div>`,
    ),
    form(
      `${LOGO}<div class="css-4q5w6e">${img('class="css-0o1i2u Captcha_img__Qq81a"')}${input('class="css-12cd3" placeholder="Code"')}</div>`,
    ),
  ],
  [
    'styled-components, nothing else',
    form(`<div class="sc-bdVaJa">${img('class="sc-bwzfXH"')}</div><div>${input('class="sc-htpNat"')}</div>`),
    form(`<div class="sc-AxirZ">${img('class="sc-AxhCb"')}</div><div>${input('class="sc-AxiKw"')}</div>`),
  ],
  [
    'ids of React',
    form(`${img('src="/captcha" alt=""')}<label for=":r3:">Code</label>${input('id=":r3:"')}`),
    form(`${img('src="/captcha" alt=""')}<label for=":r17:">Code</label>${input('id=":r17:"')}`),
  ],
  [
    'ids of Ember and GWT',
    form(img('id="ember512" title="Captcha"') + input('id="gwt-uid-33" name="answer"')),
    form(img('id="ember9" title="Captcha"') + input('id="gwt-uid-7" name="answer"')),
  ],
  [
    'an error message above',
    form(NAME + img('alt="captcha"') + input('name="captcha"')),
    `<div class="error">Wrong</div>${form(`<div role="alert"><img src="/img/no.png" alt="" width="16" height="16"></div>${NAME}${img('alt="captcha"')}${input('name="captcha" class="is-invalid" aria-invalid="true"')}`)}`,
  ],
  [
    'an extra hidden field',
    form(img('src="data:image/png;base64,AAAA"') + input('name="phrase"')),
    form(
      `<input type="hidden" name="token" value="1">${img('src="data:image/png;base64,BBBB"')}${input('name="phrase"')}`,
    ),
  ],
  [
    'rows in another order',
    form(`<p>${NAME}</p><p>${img('id="captcha"')}</p><p>${input('name="code"')}</p>`),
    form(`<p>${input('name="code"')}</p><p>${img('id="captcha"')}</p><p>${NAME}</p>`),
  ],
  [
    'within a shadow root',
    `<login-box><template>${form(img('alt="captcha"') + input('name="code"'))}</template></login-box>`,
    `<p>News</p><login-box><template>${form(img('alt="captcha"') + input('name="code"'))}</template></login-box>`,
  ],
  [
    'the field in a shadow root of its own',
    `<div id="box">${img('alt="captcha"')}<text-field><template>${input('name="code"')}</template></text-field></div>`,
    `<div id="box">${img('alt="captcha"')}<text-field><template><b>!</b>${input('name="code"')}</template></text-field></div>`,
  ],
  [
    'a table without any name',
    form(
      `<table><tr><td>Name</td><td><input></td></tr><tr><td>${img('src="x.png"')}</td><td>${input('')}</td></tr></table>`,
    ),
    `<h1>Again</h1>${form(`<table><tr><td>Name</td><td><input></td></tr><tr><td>${img('src="x.png?2"')}</td><td>${input('')}</td></tr></table>`)}`,
  ],
  [
    'two forms with the same names',
    form(img('class="captcha"') + input('name="code"')) +
      form(img('class="captcha"', '') + input('name="code"', ''), 'id="signup"'),
    form(img('class="captcha"', '') + input('name="code"', ''), 'id="signup"') +
      form(img('class="captcha"') + input('name="code"')),
  ],
  [
    'a hidden copy for other screens',
    form(img('alt="captcha"') + input('name="code"')),
    `<div hidden>${form(img('alt="captcha"', '') + input('name="code"', ''), '')}</div>${form(img('alt="captcha"') + input('name="code"'), '')}`,
  ],
  [
    'a picture of a style sheet',
    form(
      `<div P="" role="img" aria-label="Characters" style="width:150px;height:50px;background:url('/pic/code.png?a1')"></div>${input('name="code"')}`,
    ),
    form(
      `<div P="" role="img" aria-label="Characters" style="width:150px;height:50px;background:url('/pic/code.png?b2')"></div>${input('name="code"')}`,
    ),
  ],
  [
    'a canvas in a named box',
    form(`<div id="picture-box"><canvas P="" ${SIZE}></canvas></div>${input('name="code"')}`),
    form(`<p>!</p><div id="picture-box"><b></b><canvas P="" ${SIZE}></canvas></div>${input('name="code"')}`),
  ],
  [
    'an image button, and names of ASP.NET',
    form(
      `<input type="image" P="" ${SIZE} name="ctl00$Main$Captcha" src="/c.ashx?g=9f8e7d6c">${input('name="ctl00$Main$txtCode" id="ctl00_Main_txtCode"')}`,
      '',
    ),
    form(
      `<input type="image" P="" ${SIZE} name="ctl00$Main$Captcha" src="/c.ashx?g=1a2b3c4d">${input('name="ctl00$Main$txtCode" id="ctl00_Main_txtCode"')}`,
      '',
    ),
  ],
  [
    'the id changed, the name did not',
    form(img('id="captcha" alt="Characters" src="/a/captcha.php"') + input('id="code" name="code"')),
    form(img('id="picture" alt="Characters" src="/a/captcha.php"') + input('id="answer" name="code"')),
  ],
  [
    'drawn larger on another screen',
    form(`<div>${img('src="data:image/gif;base64,AA"')}</div>${input('name="code"')}`),
    form(`<div><img P="" width="300" height="100" src="data:image/gif;base64,BB"></div>${input('name="code"')}`),
  ],
];

const NOTHING: [string, string, string, string?][] = [
  [
    'the captcha is away, a logo has its place',
    form(`<p>${img('src="data:image/png;base64,AA"')}</p><p>${input('name="code"')}</p>`),
    form(`<p><img width="60" height="60" src="/logo.png"></p><p>${input('name="code"')}</p>`),
  ],
  [
    'the field is another one now',
    form(img('alt="captcha"') + input('name="code"')),
    form(img('alt="captcha"') + input('name="coupon"')),
  ],
  [
    'two that are alike, and both are seen',
    form(img('alt="captcha"') + input('name="code"'), ''),
    form(img('alt="captcha"', '') + input('name="code"', ''), '') +
      form(img('alt="captcha"', '') + input('name="code"', ''), ''),
  ],
  [
    'picture and field went into different forms',
    form(img('id="captcha"') + input('name="code"')),
    form(img('id="captcha"')) + form(input('name="code"'), 'id="other"'),
  ],
  [
    'a row was put in where only the place tells',
    form(`<div>${img('src="x.png"')}</div><div>${input('')}</div><div><input></div>`),
    form(`<div>${img('src="x.png"')}</div><div><input></div><div>${input('')}</div><div><input></div>`),
  ],
  [
    'the id belongs to something else',
    form(img('id="picture"') + input('name="code"')),
    form(`<div id="picture">News</div>${input('name="code"')}`),
  ],
  [
    'the field is no text field any more',
    form(img('id="captcha"') + input('name="code"')),
    form(`${img('id="captcha"')}<input type="hidden" name="code">`),
  ],
  [
    'a class that now is on the logo',
    form(img('id="captcha" class="img-fluid" src="/captcha.php"') + input('name="code"')),
    form(LOGO + input('name="code"')),
  ],
  [
    'the shadow host is there twice',
    `<login-box><template>${form(img('alt="captcha"') + input('name="code"'))}</template></login-box>`,
    `<login-box><template>${form(img('alt="captcha"', '') + input('name="code"', ''))}</template></login-box>`.repeat(
      2,
    ),
  ],
  [
    'another page, where the rule goes by its place alone',
    form(`<div>${img('src="x.png"')}</div><div>${input('')}</div>`),
    form(`<div>${img('src="x.png"')}</div><div>${input('')}</div>`),
    '/contact',
  ],
];

describe('a rule finds its picture and field again', () => {
  it.each(FOUND)('%s', (_, one, other) => {
    const rule = ruleOn(one);
    expect(foundOn(one, rule), JSON.stringify(rule)).toBe('right');
    expect(foundOn(other, rule), JSON.stringify(rule)).toBe('right');
  });
});

describe('a rule finds nothing rather than something else', () => {
  it.each(NOTHING)('%s', (_, one, other, path) => {
    const rule = ruleOn(one);
    expect(foundOn(other, rule, path), JSON.stringify(rule)).toBe('nothing');
  });

  it('a selector that is none', () => {
    open(form(img('id="captcha"', '') + input('name="code"', '')));
    const rule = { picture: { selectors: ['img[', '::'] }, field: { selectors: ['input'] } };
    expect(findPair(document, rule, PATH, markupLook)).toBeNull();
  });
});

it('what is written by hand needs selectors only', () => {
  const rule = PictureRule.parse({ picture: { selectors: ['#login img'] }, field: { selectors: ['[name="code"]'] } });
  expect(foundOn(form(img('') + input('name="code"')), rule)).toBe('right');
});
