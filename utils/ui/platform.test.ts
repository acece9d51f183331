import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftStore, onStorageChange, subjectTab } from './platform';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('location', { search: '' });
});

it('tells of a burst of changes once, and of our own typing never', async () => {
  vi.useFakeTimers();
  const notify = vi.fn();
  onStorageChange(notify);
  await draftStore.write({ clientKey: 'typing' });
  await vi.advanceTimersByTimeAsync(100);
  expect(notify).not.toHaveBeenCalled();
  await fakeBrowser.storage.local.set({ settings: 1 });
  await fakeBrowser.storage.session.set({ journal: 2 });
  await vi.advanceTimersByTimeAsync(100);
  expect(notify).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it('keeps the draft, and nothing once it is empty', async () => {
  await draftStore.write({ service: 'custom', address: 'https://x.example' });
  expect(await draftStore.read()).toEqual({ service: 'custom', address: 'https://x.example' });
  await draftStore.write({});
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  expect(await draftStore.read()).toEqual({});
});

const tab = (id: number, active: boolean, lastAccessed: number) => ({ id, active, lastAccessed }) as never;

it.each([
  ['the active tab', '', undefined, 2],
  ['the tab used last, where the popup itself is a tab', '', { id: 2 }, 3],
  ['the tab that its address names', '?tabId=9', undefined, 9],
])('is about %s', async (_, search, own, subject) => {
  vi.stubGlobal('location', { search });
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValue(own as never);
  const tabs = async () => [tab(1, false, 10), tab(2, true, 30), tab(3, false, 20)];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(tabs as never);
  expect(await subjectTab()).toBe(subject);
});
