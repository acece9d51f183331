import { browser } from '#imports';
import type { PictureRules } from '../widgets/image/rule';
import { contentScripts } from '../widgets/injected';

const ID = 'ruled';

/**
 * Sites with rules for pictures get a script of their own that says so: there the agent is wanted although recorder and
 * scout may see nothing. Pages of a new one that are open get it too. All other pages are left as they are.
 */
export async function keepRuledSites(pictures: PictureRules): Promise<void> {
  const matches = Object.keys(pictures)
    .map((host) => `*://${host}/*`)
    .sort();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (!matches.length) return known && browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (known?.matches?.toSorted().join() === matches.join()) return;
  const script = {
    id: ID,
    js: ['ruled.js'],
    matches,
    excludeMatches: contentScripts[0]?.exclude_matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  await (known ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
  await tellOpenPages(matches.filter((each) => !known?.matches?.includes(each)));
}

/** Frames within pages hear of it with their next load: those of other sites would be in the way. */
async function tellOpenPages(url: string[]): Promise<void> {
  if (!url.length) return;
  for (const { id, discarded } of await browser.tabs.query({ url }))
    if (id !== undefined && !discarded)
      // A page that the browser keeps to itself refuses.
      await browser.scripting.executeScript({ target: { tabId: id }, files: ['/ruled.js'] }).catch(() => undefined);
}
