import { browser } from '#imports';
import type { ToAgent } from '../messages/agent';

const ITEM = 'solve-image';
const PICK = 'pick-image';

export interface ByHandDeps {
  /** Says something to the agent of a frame, which is put there first. */
  tell(tabId: number, frameId: number, message: ToAgent): Promise<void>;
  /** Starts the picker in a frame. */
  pick(tabId: number, frameId: number): Promise<void>;
}

/**
 * "Solve this image" in the menu of a picture, the picker in those of the toolbar's button and of frames within a page,
 * and the key for the likeliest picture. Registers its listeners at once.
 */
export function serveByHand({ tell, pick }: ByHandDeps): void {
  browser.runtime.onInstalled.addListener(() => {
    // Kept by the browser from one start to the next; an update may bring another text.
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: ITEM, title: 'Solve this image', contexts: ['image'] });
      browser.contextMenus.create({ id: PICK, title: 'Pick a picture captcha', contexts: ['action', 'frame'] });
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, frameId = 0 }, tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === PICK) return void pick(tab.id, frameId);
    if (menuItemId !== ITEM || !srcUrl) return;
    void tell(tab.id, frameId, { type: 'byHand', src: srcUrl });
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (command === ITEM && tab?.id !== undefined) await tell(tab.id, 0, { type: 'byHand' });
  });
}
