import { describe, expect, it } from 'vitest';
import type { Browser } from '#imports';
import { senderOf, webAddress, websiteURLOf } from './sender';

type From = Browser.runtime.MessageSender;
const tab = (url: string | undefined, over: object = {}) => ({ id: 5, url, incognito: false, ...over }) as never;
const page = 'https://www.site.example/a/b?q=1#top';
const from = (over: Partial<From>): From => ({
  id: 'x',
  frameId: 0,
  url: page,
  origin: 'https://www.site.example',
  tab: tab(page),
  ...over,
});

describe('senderOf', () => {
  it('takes site and address from the browser', () => {
    expect(senderOf(from({}))).toEqual({
      tabId: 5,
      frameId: 0,
      address: new URL(page),
      place: { site: 'www.site.example', incognito: false },
    });
  });

  it.each<[string, Partial<From>, string, string]>([
    [
      'a frame of another site',
      { url: 'https://form.example/f?x', frameId: 3, origin: 'https://form.example' },
      'www.site.example',
      'https://form.example/f',
    ],
    ['about:blank', { url: 'about:blank', frameId: 3 }, 'www.site.example', 'https://www.site.example/a/b'],
    ['srcdoc', { url: 'about:srcdoc', frameId: 3 }, 'www.site.example', 'https://www.site.example/a/b'],
    [
      'about:blank made by a frame of another site',
      { url: 'about:blank', frameId: 3, origin: 'https://form.example' },
      'www.site.example',
      'https://form.example/',
    ],
    [
      'blob:',
      { url: 'blob:https://www.site.example/1', frameId: 3 },
      'www.site.example',
      'https://www.site.example/a/b',
    ],
    [
      'sandboxed',
      { url: 'about:srcdoc', frameId: 3, origin: 'null' },
      'www.site.example',
      'https://www.site.example/a/b',
    ],
    ['a tab whose address is hidden', { tab: tab(undefined) }, 'www.site.example', 'https://www.site.example/a/b'],
  ])('%s', (_, over, site, address) => {
    const sender = senderOf(from(over));
    expect(sender?.place.site).toBe(site);
    expect(sender && websiteURLOf(sender.address, false)).toBe(address);
  });

  it('knows private windows', () => {
    expect(senderOf(from({ tab: tab(page, { incognito: true }) }))?.place.incognito).toBe(true);
  });

  it.each<[string, Partial<From>]>([
    ['no tab', { tab: undefined as never }],
    ['no frame', { frameId: undefined as never }],
    ['a tab without an id', { tab: tab(page, { id: undefined }) }],
    [
      'a page of an extension',
      {
        url: 'chrome-extension://x/popup.html',
        origin: 'chrome-extension://x',
        tab: tab('chrome-extension://x/popup.html'),
      },
    ],
    [
      'a page of an extension, framed by a site',
      { url: 'chrome-extension://x/popup.html', origin: 'chrome-extension://x', frameId: 3 },
    ],
    ['a file', { url: 'file:///etc/passwd', origin: 'null', tab: tab('file:///etc/passwd') }],
    ['a page of the browser', { url: 'chrome://settings', tab: tab('chrome://settings') }],
    ['nothing at all', { url: undefined as never, tab: tab(undefined) }],
  ])('refuses %s', (_, over) => {
    expect(senderOf(from(over))).toBeNull();
  });
});

describe('websiteURLOf', () => {
  it('names origin and path, or everything', () => {
    expect(websiteURLOf(new URL(page), false)).toBe('https://www.site.example/a/b');
    expect(websiteURLOf(new URL(page), true)).toBe(page);
  });

  it('never names user and password', () => {
    const url = new URL('https://me:secret@site.example:8443/a?b');
    expect(websiteURLOf(url, false)).toBe('https://site.example:8443/a');
    expect(websiteURLOf(url, true)).toBe('https://site.example:8443/a?b');
  });
});

describe('webAddress', () => {
  it.each([undefined, '', 'x', 'about:blank', 'javascript:1', 'data:text/html,x', 'ftp://a.example', 'file:///x'])(
    'refuses %s',
    (text) => {
      expect(webAddress(text)).toBeNull();
    },
  );
});
