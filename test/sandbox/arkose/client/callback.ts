import type { ArkoseVariant } from '../types.ts';
import type { Enforcement } from './types.ts';

const RETRY_MS = 50;
const RETRIES = 200;

type Receiver = (enforcement: Enforcement) => void;

const receiverOf = (name: string): Receiver | undefined => {
  const found = (window as unknown as Record<string, unknown>)[name];
  return typeof found === 'function' ? (found as Receiver) : undefined;
};

const callWhenThere = (name: string, enforcement: Enforcement, left: number): void => {
  // Looked up at this moment: pages assign it in script.onload, and delete it in its first call. widgets.md 4.1.
  const receiver = receiverOf(name);
  if (receiver !== undefined) receiver(enforcement);
  else if (left > 0) setTimeout(() => callWhenThere(name, enforcement, left - 1), RETRY_MS);
};

/** Hands the enforcement object to the page's data-callback, once. */
export const announce = (script: HTMLScriptElement | null, enforcement: Enforcement, variant: ArkoseVariant): void => {
  const name = script?.getAttribute('data-callback');
  if (!script || !name) return;
  if (variant.callback === 'sync' && receiverOf(name)) return callWhenThere(name, enforcement, 0);
  script.addEventListener('load', () => {
    setTimeout(() => callWhenThere(name, enforcement, RETRIES), variant.callbackDelayMs);
  });
};
