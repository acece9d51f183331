import { browser, storage } from '#imports';
import type { KeyDraft } from './key-form';

const DRAFT = 'popupDraft';
const draft = storage.defineItem<KeyDraft>(`session:${DRAFT}`, { fallback: {} });

/**
 * What was typed and not saved yet. A popup closes at a click beside it or on one of its links; the text outlives that,
 * in memory (`storage.session`) and out of reach of content scripts.
 */
export const draftStore = {
  read: (): Promise<KeyDraft> => draft.getValue(),
  write: (next: KeyDraft): Promise<void> => (Object.keys(next).length ? draft.setValue(next) : draft.removeValue()),
};

/** Calls `notify` after changes in storage, once for a burst. */
export function onStorageChange(notify: () => void): void {
  let planned = false;
  browser.storage.onChanged.addListener((changes) => {
    // Our own typing is no news to ask the background about.
    if (planned || Object.keys(changes).every((key) => key === DRAFT)) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      notify();
    }, 40);
  });
  // A widget that only waits changes nothing in storage; whoever looks at the list wants to see it come.
  setInterval(notify, 1_000);
}

/**
 * The tab that the popup is about: `?tabId=7` in its address, else the active tab of the window. Where the popup itself
 * is a tab (tests, some mobile browsers), the tab that was used last.
 */
export async function subjectTab(): Promise<number | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tabId') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const own = await browser.tabs.getCurrent();
  const others = (await browser.tabs.query({ currentWindow: true })).filter(({ id }) => id !== own?.id);
  const recency = (tab: (typeof others)[number]) => (tab.active ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0));
  return others.sort((a, b) => recency(b) - recency(a))[0]?.id;
}

/** Shows the options page, the open one if there is one. */
export const openOptions = (): void => void browser.runtime.openOptionsPage();

/** Out of the way of the page. Where the popup is a tab of its own, it may stay. */
export const closePopup = (): void => window.close();

/** Has the browser save a text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has read it by then, however large it is.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
