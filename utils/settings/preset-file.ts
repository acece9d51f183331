import { browser, storage } from '#imports';
import type { PresetView } from '../messages/ui';
import { accountStates } from './accounts';
import { applyPreset, readPreset } from './preset';
import { settings } from './store';

const seen = storage.defineItem<{ digest: string; view: PresetView }>('local:preset', {
  fallback: { digest: '', view: { state: 'none', problems: [] } },
});

/** Reads `preset.json` once a start and applies it at the first one and whenever its text has changed. */
export async function takePreset(): Promise<void> {
  const text = await presetText();
  if (text === null) return seen.setValue({ digest: '', view: { state: 'none', problems: [] } });
  const digest = await digestOf(text);
  if ((await seen.getValue()).digest === digest) return;
  const result = readPreset(text);
  if (result.ok) {
    await settings.change((current) => applyPreset(current, result.preset));
    // A new key deserves a new chance.
    for (const { service } of [result.preset, ...(result.preset.others ?? [])]) {
      await accountStates.set(service, { state: 'unchecked' });
      await accountStates.resume(service);
    }
  }
  const view: PresetView = result.ok
    ? { state: 'applied', problems: [] }
    : { state: 'refused', problems: result.problems };
  await seen.setValue({ digest, view });
}

export const presetView = async (): Promise<PresetView> => (await seen.getValue()).view;

async function presetText(): Promise<string | null> {
  try {
    const response = await fetch(browser.runtime.getURL('/preset.json' as '/'));
    return response.ok ? await response.text() : null;
  } catch {
    // No such file in the folder: the usual case.
    return null;
  }
}

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
