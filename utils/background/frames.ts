import { browser } from '#imports';
import type { PictureRules } from '../widgets/image/rule';
import { VENDOR_ADDRESSES } from '../widgets/injected';

const vendors = VENDOR_ADDRESSES.map((address) => new RegExp(address));
const isVendors = ({ url }: { url: string }) => vendors.some((address) => address.test(url));

/** Of a tab that is gone none. */
const framesOf = async (tabId: number) => (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];

/** The frames of a tab, but for the vendors' own: nothing of ours runs there. */
export async function pageFrames(tabId: number): Promise<number[]> {
  return (await framesOf(tabId)).flatMap((frame) => (isVendors(frame) ? [] : frame.frameId));
}

/**
 * Those that have a scout of their own accord: the page in the tab, what has a vendor's frame in it, and the sites with
 * rules for pictures. All others are called for by the page.
 */
export async function scoutedFrames(tabId: number, pictures: PictureRules): Promise<Set<number>> {
  const scouted = new Set([0]);
  for (const frame of await framesOf(tabId)) {
    if (isVendors(frame)) scouted.add(frame.parentFrameId);
    else if (pictures[URL.parse(frame.url)?.hostname ?? '']) scouted.add(frame.frameId);
  }
  return scouted;
}

/**
 * Calls back for each frame within a page in which a vendor's frame begins to load. Such a frame has no isolated world
 * that could tell; the page in the tab (0) has. Of all other navigations the browser tells nothing, and wakes nobody.
 */
export function onVendorFrame(drawn: (tabId: number, frameId: number) => void): void {
  browser.webNavigation.onBeforeNavigate.addListener(
    ({ tabId, parentFrameId }) => {
      if (parentFrameId > 0) drawn(tabId, parentFrameId);
    },
    { url: VENDOR_ADDRESSES.map((urlMatches) => ({ urlMatches })) },
  );
}
