// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"handleDisabledFileLoadingAsSuccess":true}}
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../agent-kind';
import { funcaptcha } from './agent';
import type { PageFacts, Question } from './question';

const KEY = '5A4DB0C5-0001-4A11-8C0D-A2C05E5A4DB0';
const OTHER = '5A4DB0C5-0002-4A11-8C0D-A2C05E5A4DB0';
const FACTS: PageFacts = { executed: false, held: false, answered: false, shown: false };
const token = (key: string, rest = '') => `1a2b.345|r=eu|pk=${key}${rest}`;

/** A page part that knows the widget, and what it was asked. */
function page(facts: Partial<PageFacts> | null = {}) {
  const asked: Question[] = [];
  const ask: Ask = (question) => {
    asked.push(question as Question);
    return facts && { ...FACTS, ...facts };
  };
  return { ask, asked };
}

/** The page's markup; scripts and frames in it do not load here. */
function opened(html: string): Element[] {
  document.body.innerHTML = html;
  for (const element of document.querySelectorAll<HTMLElement>('[data-src]')) {
    const src = element.dataset['src'] ?? '';
    element.setAttribute('src', src);
    Object.defineProperty(element, 'src', { value: src });
  }
  return funcaptcha.find([document]);
}
const script = (key = KEY, host = 'client-api.arkoselabs.com') =>
  `<script data-src="https://${host}/v2/${key}/api.js"></script>`;
const field = (value: string, name = 'fc-token') => `<input type="hidden" name="${name}" value="${value}">`;
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);

beforeEach(() => {
  Element.prototype.checkVisibility ??= () => true;
});

describe('what there is', () => {
  it.each([
    ['a script for each key', script() + script(OTHER) + script(), ['script', 'script']],
    ['a legacy place', `<div id="FunCaptcha"></div>${field('')}`, ['div']],
    ['a field alone', field(token(KEY)), ['input']],
    ['fields beside a script are the page’s own', script() + field(''), ['script']],
    ['a common attribute of something else', `<div data-pkey="${KEY}"></div>`, []],
    ['with a field in it it is a place', `<div data-pkey="${KEY}">${field('')}</div>`, ['div']],
  ])('%s', (_, html, names) => expect(opened(html).map(({ localName }) => localName)).toEqual(names));
});

describe('what it says', () => {
  const challengeOf = (html: string, facts: Partial<PageFacts> = {}) => {
    const [widget] = opened(html);
    return widget && funcaptcha.describe(widget, page(facts).ask)?.challenge;
  };

  it('by its script: key, and the host that is not the vendor’s own', () => {
    expect(challengeOf(script())).toEqual({ kind: 'funcaptcha', websiteKey: KEY });
    expect(challengeOf(script(KEY, 'a.site.example'), { blob: 'B' })).toEqual({
      kind: 'funcaptcha',
      websiteKey: KEY,
      subdomain: 'a.site.example',
      blob: 'B',
    });
  });

  it('by its session, where only that tells', () => {
    const surl = `|surl=${encodeURIComponent('https://shop-api.arkoselabs.com')}`;
    expect(challengeOf(`<div id="FunCaptcha"></div>${field(token(KEY, surl))}`)).toMatchObject({
      websiteKey: KEY,
      subdomain: 'shop-api.arkoselabs.com',
    });
  });

  it('is nothing where the page part has not met it', () => {
    const [widget] = opened(script());
    expect(funcaptcha.describe(widget as Element, page(null).ask)).toBeNull();
  });

  it('leaves a value out that is longer than the background takes', () => {
    expect(challengeOf(script(), { blob: 'B'.repeat(32_769) })).not.toHaveProperty('blob');
  });
});

it('a challenge that is suppressed has no frame to be solved in', () => {
  const html = (rest: string) =>
    `<div id="FunCaptcha"><iframe id="fc-iframe-wrap"></iframe></div>${field(token(KEY, rest))}`;
  const { ask } = page({ shown: true });
  for (const [rest, frames] of [
    ['', 1],
    ['|sup=1', 0],
  ] as const) {
    const widget = opened(html(rest))[0] as Element;
    funcaptcha.describe(widget, ask);
    expect([funcaptcha.challengeFrame(widget)].filter(Boolean)).toHaveLength(frames);
  }
});

it('of two frames of a key the one that is seen is the challenge’s', () => {
  const frame = `<iframe data-src="https://h.example/v2/1/enforcement.a.html#${KEY}&1"></iframe>`;
  const widget = opened(script() + frame + frame)[0] as Element;
  const [, seen] = document.querySelectorAll('iframe');
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return this === seen;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ height: 200 } as DOMRect);
  funcaptcha.describe(widget, page({ shown: true }).ask);
  expect(funcaptcha.challengeFrame(widget)).toBe(seen);
  vi.restoreAllMocks();
});

describe('an answer', () => {
  it('goes into the fields of its key, and then to the page part', () => {
    const widget = opened(script() + field(token(OTHER)) + field('') + field(token(KEY), 'verification-token'))[0];
    const { ask, asked } = page();
    funcaptcha.deliver(widget as Element, token(KEY, '|ours=1'), ask);
    expect(values()).toEqual([token(OTHER), token(KEY, '|ours=1'), token(KEY, '|ours=1')]);
    expect(asked).toEqual([{ op: 'deliver', key: KEY, token: token(KEY, '|ours=1') }]);
  });

  it('of a legacy widget stays out of the fields of another', () => {
    const place = (id: string, inner: string) => `<form><div id="${id}" data-pkey="${KEY}">${inner}</div></form>`;
    const [, second] = opened(place('funcaptcha', field('one')) + place('FunCaptcha', field('two')));
    funcaptcha.deliver(second as Element, 'ours', page().ask);
    expect(values()).toEqual(['one', 'ours']);
  });
});

it('is made ready by the page part: without its word there is no task', async () => {
  const [widget] = opened(script());
  const tools = { shoot: async () => false, hideBadge: () => {} };
  const ready = page({ blob: 'B' });
  expect(await funcaptcha.prepare?.(widget as Element, ready.ask, tools)).toMatchObject({ challenge: { blob: 'B' } });
  expect(ready.asked).toEqual([{ op: 'prepare', key: KEY }]);
  expect(await funcaptcha.prepare?.(widget as Element, page(null).ask, tools)).toEqual({ challenge: null });
});
