import { browser } from '#imports';
import type { ToAgent } from '../messages/agent';

const ITEM = 'solve-image';

export interface ByHandDeps {
  /** Says something to the agent of a frame, which is put there first. */
  tell(tabId: number, frameId: number, message: ToAgent): Promise<void>;
}

/** "Solve this image" in the menu of a picture, and the key for the likeliest one. Registers its listeners at once. */
export function serveByHand({ tell }: ByHandDeps): void {
  browser.runtime.onInstalled.addListener(() => {
    // Kept by the browser from one start to the next; an update may bring another text.
    void browser.contextMenus
      .removeAll()
      .then(() => browser.contextMenus.create({ id: ITEM, title: 'Solve this image', contexts: ['image'] }));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, frameId = 0 }, tab) => {
    if (menuItemId !== ITEM || !srcUrl || tab?.id === undefined) return;
    void tell(tab.id, frameId, { type: 'byHand', src: srcUrl });
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (command === ITEM && tab?.id !== undefined) await tell(tab.id, 0, { type: 'byHand' });
  });
}
