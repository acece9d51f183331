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

/** Tabs with a page that scripts can be put into, at these addresses. */
async function openTabs(url = ['http://*/*', 'https://*/*']): Promise<number[]> {
  const tabs = await browser.tabs.query({ url });
  return tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : id));
}

/** Pages that were open before the extension was: they get what others get at their start. */
export async function injectIntoOpenPages(): Promise<void> {
  for (const open of await openTabs()) {
    const target = { tabId: open, allFrames: true };
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

/**
 * Pages of sites that have rules for pictures now say so. Frames within them do with their next load: those of other sites
 * would be in the way.
 */
export async function tellRuled(matches: string[]): Promise<void> {
  // A page that the browser keeps to itself refuses.
  for (const tabId of matches.length ? await openTabs(matches) : [])
    await browser.scripting.executeScript({ target: { tabId }, files: ['/ruled.js'] }).catch(() => undefined);
}

/** Asks every scout to say again what it found: something that kept Solvent still has changed. In one tab, or in all. */
export async function lookAgain(tabId?: number): Promise<void> {
  for (const open of await openTabs()) {
    if (tabId !== undefined && open !== tabId) continue;
    const target = { tabId: open, allFrames: true };
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
