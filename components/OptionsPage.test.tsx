// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { OptionsView } from '../utils/messages/ui';
import type { AccountActions } from '../utils/ui/accounts';
import { createHistory } from '../utils/ui/history';
import { createPictureFiles } from '../utils/ui/picture-files';
import { OptionsPage } from './OptionsPage';

afterEach(cleanup);

const budgets = { perDay: 200, moneyPerDay: 1, perSiteHour: 30, atOnce: 20, atOncePerSite: 5 };
const view: OptionsView = {
  accounts: [],
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
  version: '1.2.3',
};

const history = createHistory({ ask: (async () => null) as never, onChange: () => {}, save: () => {} });

const pictureFiles = createPictureFiles({ ask: (async () => null) as never, save: () => {}, refresh: async () => {} });

function show(settings: Partial<OptionsView['settings']> = {}) {
  const onPatch = vi.fn();
  const shown = { ...view, settings: { ...view.settings, ...settings } };
  render(
    <OptionsPage
      view={shown}
      checks={{}}
      now={0}
      accounts={{} as AccountActions}
      history={history}
      pictureFiles={pictureFiles}
      onPatch={onPatch}
    />,
  );
  return onPatch;
}

it('sends each choice as a patch of its own', () => {
  const onPatch = show();
  fireEvent.click(screen.getByRole('radio', { name: 'Off' }));
  expect(onPatch).toHaveBeenLastCalledWith({ mode: 'off' });
  fireEvent.click(screen.getByRole('radio', { name: 'Once you use the form' }));
  expect(onPatch).toHaveBeenLastCalledWith({ when: 'used' });
  fireEvent.click(screen.getByRole('switch', { name: 'Work in private windows' }));
  expect(onPatch).toHaveBeenLastCalledWith({ privateWindows: true });
});

it('sets and lifts the rule of a kind', () => {
  const onPatch = show({ kinds: { recaptcha: { mode: 'off', always: true } } });
  const mode = screen.getByRole('combobox', { name: 'Mode for reCAPTCHA' });
  fireEvent.change(mode, { target: { value: '' } });
  expect(onPatch).toHaveBeenLastCalledWith({ kinds: { recaptcha: { always: true } } });
  fireEvent.click(within(screen.getByRole('group', { name: 'reCAPTCHA' })).getByRole('switch'));
  expect(onPatch).toHaveBeenLastCalledWith({ kinds: { recaptcha: { mode: 'off', always: false } } });
});

it('takes a budget when it is a whole number, and says why not otherwise', () => {
  const onPatch = show();
  const field = screen.getByLabelText<HTMLInputElement>('Tasks at once');
  const type = (value: string) => {
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field, { target: { value } });
  };
  type('0');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('0');
  expect(onPatch).not.toHaveBeenCalled();
  type('7');
  expect(onPatch).toHaveBeenCalledWith({ budgets: { ...budgets, atOnce: 7 } });
});

it('names the version', () => {
  show();
  expect(screen.getByText('version 1.2.3')).toBeTruthy();
});
