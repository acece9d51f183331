import { expect, it, vi } from 'vitest';
import type { OptionsView } from '../messages/ui';
import { createOptions, type OptionsDeps } from './options';

const budgets = { perDay: 1, perSiteHour: 1, atOnce: 1, atOncePerSite: 1 };
const stored: OptionsView = {
  settings: { mode: 'ask', when: 'in-view', privateWindows: false, kinds: {}, sites: {}, budgets },
  budgets,
  preset: { state: 'none', problems: [] },
  version: '1',
};

async function open(patchSettings: () => Promise<void>) {
  const ask = vi.fn((name: string) => (name === 'options' ? Promise.resolve(stored) : patchSettings()));
  const options = createOptions({ ask: ask as unknown as OptionsDeps['ask'], onChange: () => {} });
  await options.ready;
  return { options, ask };
}

it('shows a change at once, sends it, and says that it is saved', async () => {
  const { options, ask } = await open(async () => {});
  const patching = options.patch({ mode: 'off' });
  expect(options.view.value?.settings.mode).toBe('off');
  expect(options.saving.value).toBe('saving');
  await patching;
  expect(ask).toHaveBeenCalledWith('patchSettings', { mode: 'off' });
  expect(options.saving.value).toBe('saved');
});

it('says so when a change was not taken, and shows what holds', async () => {
  const { options } = await open(() => Promise.reject(new Error('refused')));
  await options.patch({ mode: 'off' });
  expect(options.saving.value).toBe('failed');
  await vi.waitFor(() => expect(options.view.value?.settings.mode).toBe('ask'));
});
