// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HELLO, SEEN } from './line';
import { type ScoutGlobal, startScout } from './scout';

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));
const seen = (path: string) =>
  (globalThis as ScoutGlobal).solventLine?.dispatchEvent(new CustomEvent(SEEN, { detail: path }));

/** A script of the vendor that loads. */
function vendorLoads(src = 'https://www.google.com/recaptcha/api.js'): void {
  const script = document.createElement('script');
  script.type = 'text/plain';
  document.head.append(script);
  Object.defineProperty(script, 'src', { value: src });
  script.dispatchEvent(new Event('load'));
}
const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
const box = '<div class="g-recaptcha" data-sitekey="k"></div>';

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

describe('the scout', () => {
  it('hands its line over', () => {
    const hello = vi.fn();
    window.addEventListener(HELLO, hello, { once: true });
    startScout(() => undefined);
    expect(hello).toHaveBeenCalledOnce();
    expect(hello.mock.calls[0]?.[0].relatedTarget).toBe((globalThis as ScoutGlobal).solventLine);
  });

  it('observes nothing and says nothing on a page without a captcha', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const tell = vi.fn();
    startScout(tell);
    vendorLoads('https://cdn.example/jquery.js');
    add('<div class="box"></div>');
    await tick();
    expect(observe).not.toHaveBeenCalled();
    expect(tell).not.toHaveBeenCalled();
    observe.mockRestore();
  });

  it('finds what is there already', () => {
    add(box);
    const tell = vi.fn();
    startScout(tell);
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
  });

  it.each([
    ['a box', box],
    ['a box deep in what is added', `<main><form>${box}</form></main>`],
    ['a frame', '<iframe src="about:blank?/recaptcha/api2/anchor?k=1"></iframe>'],
    ['an Enterprise frame', '<div><iframe src="about:blank?/recaptcha/enterprise/anchor?k=1"></iframe></div>'],
  ])('finds %s once the vendor has come', async (_, html) => {
    const tell = vi.fn();
    startScout(tell);
    vendorLoads();
    expect(tell).not.toHaveBeenCalled();
    add(html);
    await tick();
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
  });

  it.each([
    'https://www.google.com/recaptcha/enterprise.js',
    'https://recaptcha.net/recaptcha/api.js?render=explicit',
    'https://www.gstatic.com/recaptcha/releases/abc/recaptcha__en.js',
  ])('knows the vendor by %s', async (src) => {
    const tell = vi.fn();
    startScout(tell);
    vendorLoads(src);
    add(box);
    await tick();
    expect(tell).toHaveBeenCalledOnce();
  });

  it('is told of a render by the recorder', () => {
    const tell = vi.fn();
    startScout(tell);
    seen('grecaptcha.enterprise.render');
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
  });

  it.each(['grecaptcha', 'grecaptcha.execute', 'grecaptcha.getResponse', 'grecaptcha.enterprise'])(
    'takes %s for no widget',
    (path) => {
      const tell = vi.fn();
      startScout(tell);
      seen(path);
      expect(tell).not.toHaveBeenCalled();
    },
  );

  it('tells once, and again when asked', async () => {
    const tell = vi.fn();
    const again = startScout(tell);
    again();
    expect(tell).not.toHaveBeenCalled();
    vendorLoads();
    add(box);
    await tick();
    add(box);
    seen('grecaptcha.render');
    await tick();
    expect(tell).toHaveBeenCalledOnce();
    again();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('finds a frame whose address is set after it was put in', async () => {
    const tell = vi.fn();
    startScout(tell);
    vendorLoads();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await tick();
    frame.setAttribute('src', 'about:blank?/recaptcha/api2/anchor?k=1');
    frame.dispatchEvent(new Event('load'));
    await tick();
    expect(tell).toHaveBeenCalledOnce();
  });
});
