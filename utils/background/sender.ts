import type { Browser } from '#imports';
import type { Place } from '../policy/decide';

/** Who speaks, as the browser says. Nothing of it comes from the message. */
export interface Sender {
  tabId: number;
  frameId: number;
  place: Place;
  /** Address of the frame, http(s); of the page in the tab for frames that have none of their own. */
  address: URL;
}

/** The frame that sent a message, or null: not a frame of a web page. */
export function senderOf({ tab, frameId, url, origin }: Browser.runtime.MessageSender): Sender | null {
  if (tab?.id === undefined || frameId === undefined || !/^(https?|about|blob|data):/.test(url ?? '')) return null;
  const page = webAddress(tab.url) ?? webAddress(url);
  // about:blank and srcdoc frames run with the origin of whoever made them, sandboxed ones with none.
  const address = webAddress(url) ?? (page?.origin === origin ? page : webAddress(origin)) ?? page;
  if (!page || !address) return null;
  return { tabId: tab.id, frameId, address, place: { site: page.hostname, incognito: tab.incognito } };
}

/** What a task names as websiteURL: origin and path, unless the person asks for the whole (design section 4.4). */
export const websiteURLOf = (address: URL, whole: boolean): string =>
  address.origin + address.pathname + (whole ? address.search + address.hash : '');

export function webAddress(text: string | undefined): URL | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
