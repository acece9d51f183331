import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const own = 'chrome-extension://test-extension-id/';
const handle = vi.fn(async () => ({ ok: false as const, field: 'key' as const, message: 'M.' }));

/** What the background answers to a message of this sender. */
async function asked(
  sender: object,
  data: unknown,
  type = 'saveKey',
): Promise<{ res?: unknown; err?: unknown } | undefined> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage
      .trigger({ id: 1, type, data, timestamp: 0 }, sender as never, resolve as never)
      .then((replies: unknown) => {
        const reply = (replies as { res?: unknown; err?: unknown }[]).find(Boolean);
        setTimeout(() => resolve(reply as never), 20);
      });
  });
}

const request = { service: 'capmonster', clientKey: 'k' };

beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  handle.mockClear();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue(own as never);
  const { answer } = await import('./answer');
  answer('saveKey', handle as never);
});

describe('answer', () => {
  it('answers a page of this extension', async () => {
    const sender = { id: fakeBrowser.runtime.id, url: `${own}popup.html` };
    expect(await asked(sender, request)).toMatchObject({ res: { ok: false } });
    expect(handle).toHaveBeenCalledExactlyOnceWith(request);
  });

  it.each([
    ['another extension', { id: 'other', url: `${own}popup.html` }],
    ['a content script', { id: 'ours', url: 'https://site.example/', tab: { id: 1 } }],
    ['a page of another extension', { id: 'ours', url: 'chrome-extension://other/popup.html' }],
    ['an address that begins alike', { id: 'ours', url: 'chrome-extension://test-extension-id.evil.example/' }],
    ['no address', { id: 'ours' }],
    ['nobody', {}],
  ])('refuses %s', async (_, sender: { id?: string }) => {
    const reply = await asked({ ...sender, ...(sender.id === 'ours' && { id: fakeBrowser.runtime.id }) }, request);
    expect(reply?.res).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    undefined,
    null,
    {},
    { ...request, service: '' },
    { ...request, extra: 1 },
    { ...request, clientKey: 'k'.repeat(513) },
  ])('refuses %j', async (data) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${own}popup.html` };
    const reply = await asked(sender, data);
    expect(reply?.res).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });
});
