// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FINDS } from '../widgets/found';
import { watchArrivals } from './arrivals';

/** Something of the vendor's that loads. */
function loads(src: string): void {
  const element = document.createElement('script');
  // Of no script type, so that nothing is fetched: only the attribute and the event count.
  element.setAttribute('type', 'text/plain');
  document.head.append(element);
  element.setAttribute('src', src);
  element.dispatchEvent(new Event('load'));
}
const API = 'https://www.google.com/recaptcha/api.js';
const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
const box = '<div class="g-recaptcha" data-sitekey="k"></div>';
const start = () => {
  const found = vi.fn();
  const greeted = vi.fn();
  return { found, greeted, seen: watchArrivals(FINDS, found, greeted) };
};

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

describe('arrivals', () => {
  it('observe nothing and find nothing on a page without a captcha', () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const { found } = start();
    add('<div class="box"></div>');
    loads('https://cdn.example/jquery.js');
    expect(observe).not.toHaveBeenCalled();
    expect(found).not.toHaveBeenCalled();
  });

  it('find what is there already when they are asked', () => {
    add(box);
    const { found, seen } = start();
    expect(found).not.toHaveBeenCalled();
    seen('');
    expect(found).toHaveBeenCalledExactlyOnceWith('recaptcha');
  });

  it.each([
    API,
    'https://www.google.com/recaptcha/enterprise.js',
    'https://recaptcha.net/recaptcha/api.js?render=explicit',
    'https://www.gstatic.com/recaptcha/releases/abc/recaptcha__en.js',
  ])('look when %s has loaded', (src) => {
    const { found } = start();
    loads(src);
    expect(found).not.toHaveBeenCalled();
    add(box);
    loads(src);
    expect(found).toHaveBeenCalledOnce();
  });

  it.each(['api2', 'enterprise'])('find a frame of %s once it has loaded', (api) => {
    const { found } = start();
    const frame = document.createElement('iframe');
    frame.setAttribute('src', `https://www.google.com/recaptcha/${api}/anchor?k=1`);
    document.body.append(frame);
    expect(found).not.toHaveBeenCalled();
    frame.dispatchEvent(new Event('load'));
    expect(found).toHaveBeenCalledOnce();
  });

  it.each(['grecaptcha.render', 'grecaptcha.enterprise.render'])('take %s for a widget, wherever it is', (path) => {
    const { found, seen } = start();
    seen(path);
    expect(found).toHaveBeenCalledExactlyOnceWith('recaptcha');
  });

  it.each(['grecaptcha=', 'grecaptcha.render=', 'grecaptcha.execute', 'grecaptcha.enterprise='])(
    'take %s for no widget, but look',
    (path) => {
      const { found, seen } = start();
      seen(path);
      expect(found).not.toHaveBeenCalled();
      add(box);
      seen(path);
      expect(found).toHaveBeenCalledOnce();
    },
  );

  it('are told once', () => {
    const { found, seen } = start();
    add(box);
    loads(API);
    seen('grecaptcha.render');
    window.dispatchEvent(new Event('focusin'));
    expect(found).toHaveBeenCalledOnce();
  });

  it('survive what pages do to the document', () => {
    const { found } = start();
    add(box);
    Object.defineProperty(document, 'querySelector', { value: () => null, configurable: true });
    loads(API);
    delete (document as { querySelector?: unknown }).querySelector;
    expect(found).toHaveBeenCalledOnce();
  });
});
