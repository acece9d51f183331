// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { CORPUS } from '../../../test/corpus';
import { markupLook } from '../../../test/corpus/look';
import { detectIn } from '../../../test/corpus/open';
import { judge, precision, recall, type Verdict } from '../../../test/corpus/verdict';
import { detectPictures } from './detect';
import { find } from './find';
import type { Look } from './look';

describe('on the corpus', () => {
  let verdict: Verdict;
  let noticed: { captcha: boolean; noticed: boolean }[];
  // The DOM at hand wants its values quoted.
  const selector = find.selector.replaceAll(/=(\w+)( i)?\]/g, '="$1"$2]');

  beforeAll(() => {
    const results = CORPUS.map((page) => {
      const said = detectIn(page);
      return { page, said, noticed: document.querySelector(selector) !== null };
    });
    verdict = judge(results);
    noticed = results.map(({ page, noticed }) => ({ captcha: page.answer.length > 0, noticed }));
  }, 120_000);

  it('is large enough to say something', () => {
    expect(noticed.filter(({ captcha }) => captcha).length).toBeGreaterThanOrEqual(160);
    expect(noticed.filter(({ captcha }) => !captcha).length).toBeGreaterThanOrEqual(300);
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  });

  it('finds nothing but captchas', () => {
    expect(precision(verdict), verdict.failures.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('finds the captchas', () => {
    expect(recall(verdict), verdict.failures.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('offers little where there is nothing', () => {
    expect(verdict.offeredWrong / CORPUS.length).toBeLessThan(0.03);
  });

  it('comes to see most pages with a captcha by the selector that runs everywhere', () => {
    const captchas = noticed.filter(({ captcha }) => captcha);
    expect(captchas.filter((page) => page.noticed).length / captchas.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a document', () => {
  const shown = (body: string, look: Partial<Look> = {}) => {
    document.body.innerHTML = body;
    return detectPictures(document, { ...markupLook({}), ...look });
  };
  const never = () => {
    throw new Error('asked for layout');
  };
  const LAZY = { size: never, visible: never, box: never, background: never };
  const PICTURE = '<img src="/captcha.php" width="120" height="40">';

  it.each([
    ['no field', `<form>${PICTURE}</form>`],
    ['a search field', `<form>${PICTURE}</form><input type="search" name="q">`],
    ['fields of other purposes', `<form>${PICTURE}<input autocomplete="email"><input name="username"></form>`],
    ['a field and no picture', '<form><input name="captcha" maxlength="5"></form>'],
    ['a field that could be any and a logo', '<form><img src="/logo.png" width="120" height="40"><input></form>'],
    [
      'a field of a purpose and a logo',
      '<form><img src="/logo.png" width="120" height="40"><input name="city"></form>',
    ],
  ])('costs no layout where it has %s', (_, body) => {
    expect(shown(body, LAZY)).toEqual([]);
  });

  it('gives one picture to one field, in the order of the document', () => {
    const found = shown(
      `<form>${PICTURE}<input name="captcha" id="a"><input name="other"></form><form><input name="captcha" id="b">${PICTURE}</form>`,
    );
    expect(found.map(({ field }) => field.id)).toEqual(['a', 'b']);
    expect(found.map(({ picture }) => picture)).toEqual([...document.querySelectorAll('img')]);
  });

  it('leaves a picture out that is not to be seen', () => {
    const body = `<form>${PICTURE}<input name="captcha"></form>`;
    expect(shown(body)).toHaveLength(1);
    expect(shown(body, { visible: (element) => element.localName !== 'img' })).toEqual([]);
    expect(shown(body, { visible: (element) => element.localName === 'img' })).toEqual([]);
  });

  it('leaves a picture out that stands far away', () => {
    const box = (top: number) => ({ left: 0, right: 100, top, bottom: top + 40 });
    const place = (gap: number) => (element: Element) => box(element.localName === 'img' ? 0 : 40 + gap);
    const body =
      '<form><img src="/pic.php?1" width="120" height="40"><label>Text in the picture <input></label></form>';
    expect(shown(body, { box: place(20) })[0]?.certain).toBe(true);
    expect(shown(body, { box: place(900) })[0]?.certain).not.toBe(true);
  });

  it('only offers what neither the picture nor the label tells', () => {
    const found = shown('<form><img src="/v?id=1" width="120" height="40"><input name="code" maxlength="5"></form>');
    expect(found.map(({ certain }) => certain)).toEqual([false]);
  });

  it('looks into shadow roots that are handed to it', () => {
    document.body.innerHTML = '<x-login></x-login>';
    const root = (document.body.firstElementChild as Element).attachShadow({ mode: 'open' });
    root.innerHTML = `<div>${PICTURE}<input name="captcha"></div>`;
    expect(detectPictures(document, markupLook({}))).toEqual([]);
    expect(detectPictures(root, markupLook({}))).toHaveLength(1);
  });
});
