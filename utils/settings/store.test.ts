import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULTS } from './schema';
import { read, settings } from './store';

beforeEach(() => fakeBrowser.reset());

const account = { service: 'capmonster', clientKey: 'KEY' };

describe('read', () => {
  it.each([null, undefined, 7, 'text', [], {}])('takes %j for the defaults', (value) => {
    expect(read(value)).toEqual(DEFAULTS);
  });

  it('keeps what is right and drops what is wrong', () => {
    expect(read({ mode: 'off', when: 'sometimes', accounts: [account], unknown: 1, budgets: { perDay: 'x' } })).toEqual(
      {
        ...DEFAULTS,
        mode: 'off',
        accounts: [account],
      },
    );
  });

  it('does not lose every key for one bad account', () => {
    expect(read({ accounts: [account, { service: 'custom', clientKey: 7 }] }).accounts).toEqual([account]);
  });

  it('does not lose every picture rule for one bad one', () => {
    const rule = { picture: { selectors: ['#captcha'] }, field: { selectors: ['#code'] } };
    const pictures = { 'a.example': [rule], 'b.example': [{ picture: rule.picture }], 'no host': [rule] };
    expect(read({ pictures }).pictures).toEqual({ 'a.example': [rule] });
  });

  it('does not raise a limit because another one is wrong', () => {
    const budgets = { perDay: 3, perSiteHour: 'x', atOnce: 1, atOncePerSite: 1 };
    expect(read({ budgets }).budgets).toMatchObject({ perDay: 3, atOnce: 1, atOncePerSite: 1 });
  });
});

describe('settings', () => {
  it('begins with the defaults', async () => {
    expect(await settings.get()).toEqual(DEFAULTS);
  });

  it('loses no change of many at once', async () => {
    const hosts = Array.from({ length: 20 }, (_, index) => `h${index}.example`);
    await Promise.all(
      hosts.map((host) => settings.change((now) => ({ ...now, sites: { ...now.sites, [host]: { mode: 'off' } } }))),
    );
    expect(Object.keys((await settings.get()).sites)).toHaveLength(20);
  });

  it('refuses a change that breaks the schema, stores nothing of it, and goes on', async () => {
    await expect(settings.change((now) => ({ ...now, mode: 'on' as never }))).rejects.toThrow();
    await expect(
      settings.change(() => {
        throw new Error('edit');
      }),
    ).rejects.toThrow('edit');
    await settings.change((now) => ({ ...now, mode: 'ask' }));
    expect(await settings.get()).toEqual({ ...DEFAULTS, mode: 'ask' });
  });

  it('tells of changes', async () => {
    const seen = vi.fn();
    const stop = settings.watch(seen);
    await settings.change((now) => ({ ...now, mode: 'off' }));
    stop();
    expect(seen).toHaveBeenLastCalledWith({ ...DEFAULTS, mode: 'off' });
  });
});
