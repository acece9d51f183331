import { browser } from '#imports';
import { KEPT, letGo } from '../page/let-go';
import { HELLO } from '../page/line';
import type { ScoutGlobal } from '../page/scout';
import { IN_PAGE, type Kind } from '../widgets/kinds';

/** Puts the agent, and the page part where it has a say, into one frame. A frame that is gone by now is not an error. */
export async function injectAgent(tabId: number, frameId: number, kinds: readonly Kind[]): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const inPage = kinds.some((kind) => IN_PAGE.has(kind));
  try {
    await Promise.all([
      inPage &&
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

/** No agent comes to this frame: its recorder holds back nothing for one. A frame that is gone by now is not an error. */
export async function releaseHeld(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting
    .executeScript({ target, world: 'MAIN', injectImmediately: true, func: letGo, args: [HELLO, KEPT] })
    // Closed, navigated, or a page that the browser keeps to itself.
    .catch(() => undefined);
}

/** Pages that were open before the extension was: they get what others get at their start. */
export async function injectIntoOpenPages(): Promise<void> {
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    if (tab.id === undefined || tab.discarded) continue;
    const target = { tabId: tab.id, allFrames: true };
    try {
      await browser.scripting.executeScript({ target, injectImmediately: true, files: ['/scout.js'] });
      await browser.scripting.executeScript({
        target,
        world: 'MAIN',
        injectImmediately: true,
        files: ['/recorder.js'],
      });
    } catch {
      // A page that the browser keeps to itself, such as its store.
    }
  }
}

/** Asks every scout to say again what it found: something that kept Solvent still has changed. In one tab, or in all. */
export async function lookAgain(tabId?: number): Promise<void> {
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    if (tab.id === undefined || tab.discarded || (tabId !== undefined && tab.id !== tabId)) continue;
    const target = { tabId: tab.id, allFrames: true };
    // A page that the browser keeps to itself refuses.
    void browser.scripting.executeScript({ target, func: askScout }).catch(() => undefined);
  }
}

/** Runs in the scout's world. A listener of its own for this would cost every frame 0.1 MB. */
function askScout(): void {
  const { solventAgain, solventRuled } = globalThis as ScoutGlobal;
  solventAgain?.();
  solventRuled?.();
}
