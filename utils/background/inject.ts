import { browser } from '#imports';

/** Puts page part and agent into one frame. A frame that is gone by now is not an error. */
export async function injectAgent(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await Promise.all([
      browser.scripting.executeScript({
        target,
        world: 'MAIN',
        injectImmediately: true,
        files: ['/page-part.js'],
      }),
      browser.scripting.executeScript({ target, injectImmediately: true, files: ['/agent.js'] }),
    ]);
  } catch {
    // Closed, navigated, or a page that the browser keeps to itself: nothing to serve there.
  }
}

/** Pages that were open before the extension was: they get what others get at their start. */
export async function injectIntoOpenPages(): Promise<void> {
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    if (tab.id === undefined || tab.discarded) continue;
    const target = { tabId: tab.id, allFrames: true };
    try {
      await browser.scripting.executeScript({
        target,
        world: 'MAIN',
        injectImmediately: true,
        files: ['/recorder.js'],
      });
      await browser.scripting.executeScript({ target, injectImmediately: true, files: ['/scout.js'] });
    } catch {
      // A page that the browser keeps to itself, such as its store.
    }
  }
}

/** Asks every scout to say again what it found: something that kept Solvent still has changed. */
export async function lookAgain(): Promise<void> {
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    // Tabs without a scout (just opened, discarded) refuse the message.
    if (tab.id !== undefined) void browser.tabs.sendMessage(tab.id, { type: 'look-again' }).catch(() => undefined);
  }
}
