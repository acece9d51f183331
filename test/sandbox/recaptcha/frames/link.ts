import type { ClientMessage, FrameMessage } from '../client/types.ts';

export interface FrameConfig {
  websiteKey: string;
  origin: string;
  release: string;
  action: string;
  /** Shown in place of the widget; '' when the key is good. */
  ownerError: string;
}

export type VendorReply = ['rresp', string | null, number] | ['uvresp', string, number];

// The API may live in an outer window and its widget in an inner frame's document: any ancestor may speak.
const isAncestor = (source: MessageEventSource | null): boolean => {
  for (let above: Window = window; above !== above.parent; ) {
    above = above.parent;
    if (source === above) return true;
  }
  return false;
};

/** Waits for the client's channel; gives back what sends to it. */
export const link = (receive: (message: ClientMessage) => void): ((message: FrameMessage) => void) => {
  let port: MessagePort | undefined;
  window.addEventListener('message', (event) => {
    if (!isAncestor(event.source) || event.data !== 'recaptcha-setup') return;
    port = event.ports[0];
    if (port !== undefined) port.onmessage = (inner: MessageEvent) => receive(inner.data as ClientMessage);
  });
  return (message) => port?.postMessage(message);
};

/** A call to the vendor, from the vendor's own origin: pages need no connect-src for it. */
export const callVendor = async (
  method: 'reload' | 'userverify',
  config: FrameConfig,
  more: Record<string, string>,
): Promise<VendorReply> => {
  const { websiteKey, origin, release } = config;
  const body = new URLSearchParams({ k: websiteKey, co: origin, v: release, ...more });
  const base = location.pathname.replace(/[^/]*$/, '');
  const response = await fetch(`${base}${method}?k=${encodeURIComponent(websiteKey)}`, { method: 'POST', body });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = await response.text();
  // Replies open with a line that keeps them from running as a script.
  return JSON.parse(text.slice(text.indexOf('\n') + 1)) as VendorReply;
};
