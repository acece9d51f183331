import { browser } from '#imports';
import type { PictureRules } from '../widgets/image/rule';
import { isVendorFrame } from '../widgets/injected';

/** Of a tab that is gone none. */
const framesOf = async (tabId: number) => (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];

/** The frames of a tab, but for the vendors' own: nothing of ours runs there. */
export async function pageFrames(tabId: number): Promise<number[]> {
  return (await framesOf(tabId)).flatMap(({ frameId, url }) => (isVendorFrame(url) ? [] : frameId));
}

/** Those that have a scout from the start: the page in the tab, and frames of sites with rules for pictures. */
export async function scoutedFrames(tabId: number, pictures: PictureRules): Promise<Set<number>> {
  const ruled = (await framesOf(tabId)).filter(({ url }) => pictures[URL.parse(url)?.hostname ?? '']);
  return new Set([0, ...ruled.map(({ frameId }) => frameId)]);
}

/** Tabs with a page that scripts can be put into, at these addresses. */
export async function openTabs(url = ['http://*/*', 'https://*/*']): Promise<number[]> {
  const tabs = await browser.tabs.query({ url });
  return tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : id));
}
