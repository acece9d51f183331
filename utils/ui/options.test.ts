import { expect, it, vi } from 'vitest';
import type { AccountView, OptionsView } from '../messages/ui';
import { moved } from './accounts';
import { createOptions, type OptionsDeps } from './options';

const budgets = { perDay: 1, moneyPerDay: 1, perSiteHour: 1, atOnce: 1, atOncePerSite: 1 };
const account = (service: string): AccountView => ({
  service,
  label: service,
  custom: false,
  state: { state: 'unchecked' },
  pauses: [],
  wholeAddress: false,
  address: null,
  dialect: null,
  options: {},
  optionNames: [],
});
const stored: OptionsView = {
  accounts: [account('a'), account('b')],
  dialects: [],
  settings: {
    mode: 'ask',
    when: 'in-view',
    privateWindows: false,
    kinds: {},
    sites: {},
    pictures: {},
    budgets,
    prices: {},
    keepDays: 90,
  },
  budgets,
  preset: { state: 'none', problems: [] },
  version: '1',
};

async function open(patchSettings: () => Promise<void>) {
  const ask = vi.fn((name: string, _request?: unknown) =>
    name === 'options' ? Promise.resolve(stored) : patchSettings(),
  );
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

it('changes accounts at once, in the page and in the background', async () => {
  const { options, ask } = await open(async () => {});
  const accounts = () => options.view.value?.accounts ?? [];
  const ordering = options.accounts.order(['b', 'a']);
  expect(accounts().map(({ service }) => service)).toEqual(['b', 'a']);
  const patching = options.accounts.patch('a', { options: { softId: 5 } });
  expect(accounts()[1]?.options).toEqual({ softId: 5 });
  const removing = options.accounts.remove('b');
  expect(accounts().map(({ service }) => service)).toEqual(['a']);
  await Promise.all([ordering, patching, removing]);
  expect(ask.mock.calls.filter(([name]) => name !== 'options')).toEqual([
    ['orderServices', { services: ['b', 'a'] }],
    ['patchAccount', { service: 'a', options: { softId: 5 } }],
    ['removeKey', { service: 'b' }],
  ]);
  expect(options.saving.value).toBe('saved');
});

it('asks for a balance once at a time and says when that fails', async () => {
  let reply: () => Promise<unknown> = async () => ({ state: 'balance', amount: 3, at: 0 });
  const { options, ask } = await open(() => reply() as Promise<void>);
  const checking = options.accounts.check('a');
  void options.accounts.check('a');
  expect(options.checks.value['a']).toBe('asking');
  await checking;
  expect(ask.mock.calls.filter(([name]) => name === 'checkBalance')).toHaveLength(1);
  expect(options.view.value?.accounts[0]?.state).toMatchObject({ amount: 3 });
  reply = () => Promise.reject(new Error('asleep'));
  await options.accounts.check('a');
  expect(options.checks.value['a']).toBe('failed');
});

it('moves a service by one place, and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
});
