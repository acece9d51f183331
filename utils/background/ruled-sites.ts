import { browser } from '#imports';
import type { PictureRules } from '../widgets/image/rule';
import { VENDOR_FRAMES } from '../widgets/injected';
import { tellRuled } from './inject';

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
    js: ['scout.js', 'ruled.js'],
    matches,
    excludeMatches: [...VENDOR_FRAMES],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  await (known ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
  await tellRuled(matches.filter((each) => !known?.matches?.includes(each)));
}
