/** What the pages with Arkose's client share: its key, the object that it hands to a page, and how its script comes in. */

import { record } from './page.ts';

export interface Enforcement {
  setConfig(config: Config): void;
  run(): void;
  reset(): void;
}

export interface Answer {
  token?: string | null;
  error?: { error?: string } | null;
}

export const EVENTS = [
  'onReady',
  'onShow',
  'onShown',
  'onSuppress',
  'onReset',
  'onHide',
  'onFailed',
  'onError',
] as const;
export type Mode = 'lightbox' | 'inline';
export type Config = { selector?: string; mode: Mode; onCompleted(answer: Answer): void } & {
  [name in (typeof EVENTS)[number]]?: (answer: Answer) => void;
};

export const PUBLIC_KEY = '5A4DB0C5-0001-4A11-8C0D-A2C05E5A4DB0';
const CALLBACK = 'setupEnforcement';

type Page = Record<string, unknown>;

/**
 * Appends the vendor's script for as long as a component is there. The callback is put on the window once the script has
 * loaded, as the vendor's examples do. Returns what takes both away.
 */
export function appendScript(setup: (enforcement: Enforcement) => void): () => void {
  const page = window as unknown as Page;
  const script = document.createElement('script');
  script.src = `https://client-api.arkoselabs.com/v2/${PUBLIC_KEY}/api.js`;
  script.async = script.defer = true;
  script.setAttribute('data-callback', CALLBACK);
  script.onload = () => {
    page[CALLBACK] = (enforcement: Enforcement) => {
      record('setup');
      setup(enforcement);
    };
  };
  document.body.append(script);
  return () => {
    delete page[CALLBACK];
    script.remove();
  };
}
