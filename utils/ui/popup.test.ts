import { describe, expect, it, vi } from 'vitest';
import type { PopupView, SaveKeyReply } from '../messages/ui';
import type { KeyDraft } from './key-form';
import { createPopup, type PopupDeps } from './popup';

const stored: PopupView = {
  services: [
    { id: 'known', label: 'Known', keyHint: '', dashboard: null, custom: false, hasKey: true },
    { id: 'other', label: 'Other', keyHint: '', dashboard: null, custom: false, hasKey: true },
    { id: 'custom', label: 'Custom', keyHint: '', dashboard: null, custom: true, hasKey: false },
  ],
  service: 'known',
  clientKey: 'stored',
  address: '',
  dialect: 'known',
  dialects: [],
  problems: [],
  account: { state: 'unchecked' },
  mode: 'automatic',
  site: { hostname: 'shop.example', mode: 'automatic' },
  widgets: [],
  preset: { state: 'none', problems: [] },
  today: null,
};

async function open(saved: SaveKeyReply = { ok: true, account: { state: 'no-balance' } }, kept: KeyDraft = {}) {
  const background = { view: stored, fails: false, notify: () => {} };
  const ask = vi.fn(async (name: string) => {
    if (background.fails) throw new Error('No response');
    return name === 'popup' ? background.view : name === 'saveKey' ? saved : undefined;
  });
  const drafts = { read: async () => kept, write: vi.fn(async () => {}) };
  const onChange = (notify: () => void) => {
    background.notify = notify;
  };
  const close = vi.fn();
  const popup = createPopup({
    ask: ask as unknown as PopupDeps['ask'],
    tab: async () => 7,
    drafts,
    onChange,
    close,
  });
  await popup.ready;
  return { popup, ask, drafts, background, close };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the popup', () => {
  it('asks for its tab, and again after a change in storage', async () => {
    const { popup, ask, background } = await open();
    expect(ask).toHaveBeenCalledWith('popup', { tabId: 7 });
    background.view = { ...stored, mode: 'off' };
    background.notify();
    await settle();
    expect(popup.view.value?.mode).toBe('off');
  });

  it('starts the picker in its tab and goes out of the way, and stays to say that it could not', async () => {
    const { popup, ask, background, close } = await open();
    background.fails = true;
    await popup.actions.pick();
    expect(close).not.toHaveBeenCalled();
    expect(popup.trouble.value).toContain('Starting the picker');
    background.fails = false;
    await popup.actions.pick();
    expect(ask).toHaveBeenLastCalledWith('pickPicture', { tabId: 7 });
    expect(close).toHaveBeenCalledOnce();
  });

  it('keeps what is typed through refreshes, and after it was closed', async () => {
    const { popup, drafts, background } = await open(undefined, { service: 'custom', address: 'https://x.example' });
    expect(popup.draft.value).toEqual({ service: 'custom', address: 'https://x.example' });
    popup.actions.type({ clientKey: 'half' });
    background.view = { ...stored, clientKey: 'other' };
    background.notify();
    await settle();
    expect(popup.draft.value.clientKey).toBe('half');
    expect(drafts.write).toHaveBeenLastCalledWith({
      service: 'custom',
      address: 'https://x.example',
      clientKey: 'half',
    });
  });

  it('shows the answer to a saved key at once and forgets the draft', async () => {
    const { popup, ask } = await open();
    popup.actions.type({ clientKey: 'new' });
    const saving = popup.actions.save();
    expect(popup.busy.value).toBe('save');
    await saving;
    expect(ask).toHaveBeenCalledWith('saveKey', { service: 'known', clientKey: 'new' });
    expect(popup.view.value).toMatchObject({ clientKey: 'new', account: { state: 'no-balance' } });
    expect(popup.draft.value).toEqual({});
    expect(popup.busy.value).toBeNull();
  });

  it('keeps what is typed while a key is being saved', async () => {
    const { popup } = await open();
    popup.actions.type({ clientKey: 'new' });
    const saving = popup.actions.save();
    popup.actions.type({ clientKey: 'newer' });
    await saving;
    expect(popup.draft.value).toEqual({ clientKey: 'newer' });
  });

  it('keeps a refused address until it is typed anew', async () => {
    const refusal = { ok: false, field: 'address', message: 'Use https://.' } as const;
    const { popup, ask } = await open(refusal);
    popup.actions.type({ service: 'custom' });
    popup.actions.type({ dialect: 'other' });
    popup.actions.type({ address: 'http://x.example', clientKey: 'k' });
    await popup.actions.save();
    expect(ask).toHaveBeenCalledWith('saveKey', {
      service: 'custom',
      clientKey: 'k',
      address: 'http://x.example',
      dialect: 'other',
    });
    expect(popup.refusal.value).toEqual(refusal);
    expect(popup.draft.value.address).toBe('http://x.example');
    popup.actions.type({ clientKey: 'k2' });
    expect(popup.refusal.value).toEqual(refusal);
    popup.actions.type({ address: 'https://x.example' });
    expect(popup.refusal.value).toBeNull();
  });

  it('turns a site off by a rule and on by lifting it', async () => {
    const { popup, ask } = await open();
    await popup.actions.setSite(false);
    expect(ask).toHaveBeenCalledWith('setSite', { hostname: 'shop.example', mode: 'off' });
    await popup.actions.setSite(true);
    expect(ask).toHaveBeenCalledWith('setSite', { hostname: 'shop.example', mode: null });
  });

  it('says what did not work and shows the truth again', async () => {
    const { popup, background } = await open();
    background.fails = true;
    const setting = popup.actions.setMode('off');
    expect(popup.view.value).toMatchObject({ mode: 'off', site: { mode: 'off' } });
    await setting;
    expect(popup.trouble.value).toBe('Changing the mode did not work. Try once more.');
    background.fails = false;
    background.notify();
    await settle();
    expect(popup.view.value?.mode).toBe('automatic');
  });

  it('puts a service with a saved key first, and never shows it without its key', async () => {
    const { popup, ask, background } = await open();
    popup.actions.type({ service: 'other' });
    background.view = { ...stored, service: 'other', clientKey: 'of the other' };
    const seen: string[] = [];
    popup.view.subscribe((view) => view && seen.push(`${popup.draft.value.service} ${view.service} ${view.clientKey}`));
    const using = popup.actions.save();
    expect(popup.busy.value).toBe('use');
    await using;
    expect(ask).toHaveBeenCalledWith('useService', { service: 'other' });
    expect(ask).not.toHaveBeenCalledWith('saveKey', expect.anything());
    expect(popup.draft.value).toEqual({});
    expect(seen.slice(0, 2)).toEqual(['other known stored', 'other other of the other']);
  });

  it('saves a key that is typed to replace a saved one', async () => {
    const { popup, ask } = await open();
    popup.actions.type({ service: 'other' });
    popup.actions.type({ clientKey: 'new' });
    await popup.actions.save();
    expect(ask).toHaveBeenCalledWith('saveKey', { service: 'other', clientKey: 'new' });
  });

  it('forgets a key', async () => {
    const { popup, ask } = await open();
    await popup.actions.forget();
    expect(ask).toHaveBeenCalledWith('removeKey', { service: 'known' });
  });
});
