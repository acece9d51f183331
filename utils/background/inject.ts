import { browser } from '#imports';
import { KEPT, letGo } from '../page/let-go';
import { HELLO } from '../page/line';
import { IN_PAGE, type Kind } from '../widgets/kinds';
import { openTabs, pageFrames } from './frames';
import { injectScout } from './scouts';

/**
 * Puts the agent, and the page part where it has a say, into a frame that has a scout: that one is what tells of kinds, and
 * would tell again if it were sent with them. A frame that is gone by now is not an error.
 */
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

/** Pages that were open before the extension was: they get what others get at their start, and each frame a scout. */
export async function injectIntoOpenPages(): Promise<void> {
  // Side by side: one that hangs must not keep the others waiting.
  for (const tabId of await openTabs()) for (const frameId of await pageFrames(tabId)) void injectBase(tabId, frameId);
}

async function injectBase(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const inPage = { target, world: 'MAIN', injectImmediately: true } as const;
  try {
    // An earlier recorder (the extension was reloaded) goes on serving: it knows the calls so far.
    const [known] = await browser.scripting.executeScript({ ...inPage, func: hasRecorder, args: [HELLO] });
    if (!known?.result) await browser.scripting.executeScript({ ...inPage, files: ['/recorder.js'] });
    await injectScout(tabId, frameId);
  } catch {
    // A page that the browser keeps to itself, such as its store.
  }
}

/** Runs in the page's world by itself, as text: a recorder takes this for a page part. */
function hasRecorder(hello: string): boolean {
  let known = false;
  const detail = () => {
    known = true;
  };
  window.dispatchEvent(new CustomEvent(hello, { detail }));
  return known;
}

/**
 * Pages of sites that have rules for pictures now say so. Frames within them do with their next load: those of other sites
 * would be in the way.
 */
export async function tellRuled(matches: string[]): Promise<void> {
  // A page that the browser keeps to itself refuses.
  for (const tabId of matches.length ? await openTabs(matches) : [])
    await browser.scripting
      .executeScript({ target: { tabId }, files: ['/scout.js', '/ruled.js'] })
      .catch(() => undefined);
}
