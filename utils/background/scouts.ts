import { browser } from '#imports';
import type { PictureRules } from '../widgets/image/rule';
import { openTabs, pageFrames, scoutedFrames } from './frames';

/** Puts a scout into a frame; one that is there tells again what it found. */
export async function injectScout(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // Closed, navigated, or a page that the browser keeps to itself.
  await browser.scripting
    .executeScript({ target, injectImmediately: true, files: ['/scout.js'] })
    .catch(() => undefined);
}

/** Frames of a page call one after another; those that call within this time are served together. */
const TOGETHER_MS = 20;
/** Tabs whose frames were just sent scouts, and whether some have called since. */
const justSent = new Map<number, { more: boolean }>();

/** Puts scouts into all frames within the page of a tab: in some of them something was found. */
export async function sendScouts(tabId: number): Promise<void> {
  const just = justSent.get(tabId);
  if (just) {
    just.more = true;
    return;
  }
  const now = { more: false };
  justSent.set(tabId, now);
  // Not awaited: a frame that hangs must not keep the others waiting.
  for (const frameId of await pageFrames(tabId)) if (frameId) void injectScout(tabId, frameId);
  setTimeout(() => {
    justSent.delete(tabId);
    if (now.more) void sendScouts(tabId);
  }, TOGETHER_MS);
}

/** Has every scout say again what it found: something that kept Solvent still has changed. In one tab, or in all. */
export async function lookAgain(pictures: PictureRules, tabId?: number): Promise<void> {
  for (const open of await openTabs()) {
    if (tabId !== undefined && open !== tabId) continue;
    for (const frameId of await scoutedFrames(open, pictures)) void injectScout(open, frameId);
  }
}
