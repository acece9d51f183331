import { announce } from './callback.ts';
import { createEnforcement } from './enforcement.ts';
import type { ClientConfig } from './types.ts';

const DISPOSALS = Symbol.for('arkose.disposals');

// A second copy of a key's script takes over from the first, as when an application mounts anew.
const takeOver = (publicKey: string, dispose: () => void): void => {
  const page = window as unknown as Record<symbol, Record<string, () => void> | undefined>;
  const disposals = page[DISPOSALS] ?? {};
  Object.defineProperty(window, DISPOSALS, { value: disposals, configurable: true });
  disposals[publicKey]?.();
  disposals[publicKey] = dispose;
};

const ownScript = (publicKey: string): HTMLScriptElement | null => {
  if (document.currentScript instanceof HTMLScriptElement) return document.currentScript;
  return document.querySelector<HTMLScriptElement>(`script[src*="/v2/${publicKey}/api.js"]`);
};

/** api.js: makes the key's client and gives it to the page. */
export const main = (config: ClientConfig): void => {
  const { enforcement, dispose } = createEnforcement(config);
  takeOver(config.publicKey, dispose);
  announce(ownScript(config.publicKey), enforcement, config.variant);
};
