// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recaptcha } from './agent';

const KEY = '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI';
const anchor = (query: string, path = 'api2', host = 'www.google.com') =>
  `https://${host}/recaptcha/${path}/anchor?ar=1&k=${KEY}&co=x&${query}`;
const widget = (src: string, id = '', name = 'a-1') =>
  `<form><div class="box"><div><div><iframe name="${name}" src="${src}"></iframe></div></div><textarea id="g-recaptcha-response${id}" name="g-recaptcha-response"></textarea></div></form>`;

function drawn(html: string): HTMLTextAreaElement[] {
  document.body.innerHTML = html;
  return recaptcha.find([document]) as HTMLTextAreaElement[];
}
const one = (html: string) => drawn(html)[0] as HTMLTextAreaElement;
const nothing = () => null;

beforeEach(() => document.body.replaceChildren());

describe('describe', () => {
  it.each([
    [anchor('size=normal'), {}],
    [anchor('size=compact'), {}],
    [anchor('size=invisible'), { invisible: true }],
    [anchor('size=normal&s=ONE'), { s: 'ONE' }],
    [anchor('size=normal', 'enterprise'), { enterprise: true, apiDomain: 'www.google.com' }],
    [anchor('size=normal', 'enterprise', 'www.recaptcha.net'), { enterprise: true, apiDomain: 'www.recaptcha.net' }],
    [anchor('size=normal', 'enterprise', 'recaptcha.net'), { enterprise: true, apiDomain: 'www.recaptcha.net' }],
  ])('%s', (src, facts) => {
    expect(recaptcha.describe(one(widget(src)), nothing)).toEqual({
      executed: false,
      challenge: { kind: 'recaptcha', websiteKey: KEY, invisible: false, enterprise: false, ...facts },
    });
  });

  it('takes action, data-s and execute from the page, its key from the frame', () => {
    const ask = () => ({ websiteKey: 'LIE', action: 'login', s: 'PAGE', score: false, executed: true });
    expect(recaptcha.describe(one(widget(anchor('size=invisible'))), ask)).toEqual({
      executed: true,
      challenge: { kind: 'recaptcha', websiteKey: KEY, invisible: true, enterprise: false, action: 'login', s: 'PAGE' },
    });
  });

  it.each<[string, string]>([
    ['no frame', '<textarea name="g-recaptcha-response"></textarea>'],
    ['a frame that is not the vendor’s anchor', widget('https://site.example/frame')],
    ['a frame without an address', widget('')],
  ])('is not ready with %s', (_, html) => {
    expect(recaptcha.describe(one(html), nothing)).toBeNull();
  });

  it('leaves score widgets alone', () => {
    const ask = () => ({ websiteKey: KEY, score: true, executed: false });
    expect(recaptcha.describe(one(widget(anchor('size=invisible'))), ask)).toBeNull();
  });

  it('tells two widgets apart', () => {
    const fields = drawn(
      widget(anchor('size=normal')) + widget(anchor('size=invisible').replace(KEY, 'OTHER'), '-1', 'a-2'),
    );
    expect(fields.map((field) => recaptcha.describe(field, nothing)?.challenge)).toMatchObject([
      { websiteKey: KEY },
      { websiteKey: 'OTHER' },
    ]);
  });
});

describe('challengeFrame', () => {
  it('is the one of the same name', () => {
    const html = `${widget(anchor(''), '', 'a-x1')}${widget(anchor(''), '-1', 'a-x2')}<div><iframe name="c-x2"></iframe></div>`;
    const [first, second] = drawn(html) as Element[] as [Element, Element];
    expect(recaptcha.challengeFrame(first)).toBeNull();
    expect(recaptcha.challengeFrame(second)?.getAttribute('name')).toBe('c-x2');
  });
});

describe('deliver and expire', () => {
  it('fill the field before the page is told, with input and change', () => {
    const field = one(widget(anchor('size=normal')));
    const order: string[] = [];
    for (const type of ['input', 'change'])
      document.body.addEventListener(type, () => order.push(`${type} ${field.value}`));
    recaptcha.deliver(field, 'TOKEN', (question) => order.push(JSON.stringify(question)));
    expect(order).toEqual(['input TOKEN', 'change TOKEN', '{"op":"deliver","token":"TOKEN"}']);
    expect(recaptcha.answered(field)).toBe(true);
    expect(document.activeElement).not.toBe(field);
  });

  it('take back their own answer only', () => {
    const field = one(widget(anchor('size=normal')));
    field.value = 'THEIRS';
    const ask = vi.fn();
    recaptcha.expire(field, 'TOKEN', ask);
    expect(field.value).toBe('THEIRS');
    field.value = 'TOKEN';
    recaptcha.expire(field, 'TOKEN', ask);
    expect(field.value).toBe('');
    expect(ask).toHaveBeenLastCalledWith({ op: 'expire', token: 'TOKEN' }, field);
  });
});
