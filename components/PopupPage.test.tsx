// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { PopupView } from '../utils/messages/ui';
import type { Popup } from '../utils/ui/popup';
import { PopupPage } from './PopupPage';

afterEach(cleanup);

const fresh: PopupView = {
  services: [{ id: 'known', label: 'Known', keyHint: '', dashboard: null, custom: false, hasKey: false }],
  service: 'known',
  clientKey: '',
  address: '',
  dialect: 'known',
  dialects: [],
  account: { state: 'no-key' },
  problems: [],
  mode: 'automatic',
  site: { hostname: 'shop.example', mode: 'automatic' },
  widgets: [],
  preset: { state: 'none', problems: [] },
  today: null,
};

const page = (view: PopupView, trouble: string | null = null) => (
  <PopupPage
    view={view}
    draft={{}}
    busy={null}
    refusal={null}
    trouble={trouble}
    reports={{}}
    now={0}
    actions={{} as Popup['actions']}
  />
);

const keyComesFirst = () => {
  const order = screen.getByLabelText('API key').compareDocumentPosition(screen.getAllByRole('switch')[0] as Node);
  return Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING);
};

it('greets a person without a key, the form first, and stays put when the key is saved', () => {
  const { rerender } = render(page(fresh));
  expect(screen.getByText('Welcome!')).toBeTruthy();
  expect(keyComesFirst()).toBe(true);
  rerender(page({ ...fresh, clientKey: 'k', account: { state: 'no-balance' } }));
  expect(screen.queryByText('Welcome!')).toBeNull();
  expect(keyComesFirst()).toBe(true);
});

it('has the switches first for everybody else', () => {
  render(page({ ...fresh, clientKey: 'k' }));
  expect(keyComesFirst()).toBe(false);
});

it('has one status region, and an alert for what failed', () => {
  render(page(fresh, 'That did not work.'));
  expect(screen.getAllByRole('status')).toHaveLength(1);
  expect(screen.getByRole('alert').textContent).toBe('That did not work.');
});

it('tells of a refused preset', () => {
  const preset = { state: 'refused' as const, problems: [{ line: 4, field: 'service', message: 'Unknown.' }] };
  const { container } = render(page({ ...fresh, preset }));
  expect(container.textContent).toContain('preset.json was refused: line 4, field service: Unknown.');
});
