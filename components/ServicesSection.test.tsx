// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import type { AccountView } from '../utils/messages/ui';
import type { AccountPatch, Checks } from '../utils/ui/accounts';
import { ServicesSection } from './ServicesSection';

afterEach(cleanup);

const account = (label: string, more: Partial<AccountView> = {}): AccountView => ({
  service: label.toLowerCase(),
  label,
  custom: false,
  state: { state: 'balance', amount: 5, at: 0 },
  pauses: [],
  wholeAddress: false,
  address: null,
  dialect: null,
  options: {},
  optionNames: ['callbackUrl'],
  ...more,
});
const dialects = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
];
const three = [account('Alpha'), account('Beta'), account('Gamma')];
const seen = { order: vi.fn(), patch: vi.fn(), remove: vi.fn(), check: vi.fn(), resume: vi.fn() };

/** Keeps what the section reports, as the page around it does. */
function Host({ first, checks }: { first: AccountView[]; checks: Checks }) {
  const [accounts, set] = useState(first);
  const actions = {
    async order(services: string[]) {
      seen.order(services);
      set(services.flatMap((id) => accounts.find(({ service }) => service === id) ?? []));
    },
    async patch(service: string, patch: AccountPatch) {
      seen.patch(service, patch);
      set(accounts.map((each) => (each.service === service ? ({ ...each, ...patch } as AccountView) : each)));
    },
    async remove(service: string) {
      seen.remove(service);
      set(accounts.filter((each) => each.service !== service));
    },
    check: seen.check,
    resume: seen.resume,
  };
  return <ServicesSection accounts={accounts} dialects={dialects} checks={checks} now={0} actions={actions} />;
}

function show(accounts: AccountView[], checks: Checks = {}) {
  for (const spy of Object.values(seen)) spy.mockClear();
  return render(<Host first={accounts} checks={checks} />);
}

const button = (name: string) => screen.getByRole('button', { name });
const row = (name: string) => within(screen.getByRole('group', { name }));
const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
function press(name: string) {
  button(name).focus();
  fireEvent.click(button(name));
}
function type(field: HTMLElement, value: string) {
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
}

it('moves a service; the focus stays on the button that was pressed, also at the ends', () => {
  show(three);
  press('Move up Gamma');
  expect(names()).toEqual(['Alpha', 'Gamma', 'Beta']);
  expect(document.activeElement).toBe(button('Move up Gamma'));
  expect(screen.getByText('Gamma is now 2 of 3.')).toBeTruthy();
  press('Move up Gamma');
  expect(seen.order).toHaveBeenLastCalledWith(['gamma', 'alpha', 'beta']);
  expect(document.activeElement).toBe(button('Move up Gamma'));
  expect(button('Move up Gamma').getAttribute('aria-disabled')).toBe('true');
  press('Move up Gamma');
  expect(seen.order).toHaveBeenCalledTimes(2);
  press('Move down Alpha');
  expect(names()).toEqual(['Gamma', 'Beta', 'Alpha']);
  expect(document.activeElement).toBe(button('Move down Alpha'));
});

it('keeps what is half typed through moves and refreshes', () => {
  show(three);
  const field = row('Beta').getByLabelText<HTMLInputElement>('Callback address');
  fireEvent.input(field, { target: { value: 'https://me' } });
  press('Move up Beta');
  expect(row('Beta').getByLabelText<HTMLInputElement>('Callback address').value).toBe('https://me');
  expect(row('Alpha').getByLabelText<HTMLInputElement>('Callback address').value).toBe('');
  expect(seen.patch).not.toHaveBeenCalled();
});

it('removes a service at the second press, and the focus goes on', () => {
  show([account('Alpha'), account('Beta')]);
  press('Remove Alpha');
  expect(document.activeElement).toBe(button('Keep Alpha'));
  expect(seen.remove).not.toHaveBeenCalled();
  press('Yes, remove Alpha');
  expect(seen.remove).toHaveBeenCalledExactlyOnceWith('alpha');
  expect(document.activeElement).toBe(button('Remove Beta'));
  expect(screen.queryByRole('button', { name: 'Move up Beta' })).toBeNull();
  press('Remove Beta');
  press('Yes, remove Beta');
  expect(document.activeElement?.textContent).toBe('No service yet. Open the popup and save a key.');
});

it('says how each account is, and asks for its balance where there is one', () => {
  const link = { label: 'Top up', url: 'https://beta.example/pay' };
  const problem = { message: 'No money.', advice: 'Top up.', link };
  show(
    [
      account('Alpha'),
      account('Beta', { state: { state: 'problem', fatal: true, until: 600_000, problem } }),
      account('Gamma', { state: { state: 'no-balance' } }),
    ],
    { beta: 'failed' },
  );
  expect(row('Alpha').getByText('$5.00')).toBeTruthy();
  expect(row('Beta').getByText(/^Paused until/)).toBeTruthy();
  expect(row('Beta').getByRole<HTMLAnchorElement>('link', { name: /Top up/ }).href).toBe(link.url);
  expect(row('Beta').getByText('Asking for the balance did not work. Try once more.')).toBeTruthy();
  press('Check balance of Beta');
  expect(seen.check).toHaveBeenCalledExactlyOnceWith('beta');
  expect(screen.queryByRole('button', { name: 'Check balance of Gamma' })).toBeNull();
});

it('offers the options that the service documents, and no other', () => {
  show([account('Alpha'), account('Beta', { optionNames: ['softId', 'appId', 'nocache', 'keySuffixes'] })]);
  const labels = ['Soft ID', 'App ID', 'No reused answers', 'Key suffixes'];
  for (const label of labels) expect(row('Alpha').queryByLabelText(label)).toBeNull();
  for (const label of labels) expect(row('Beta').getByLabelText(label)).toBeTruthy();
  expect(row('Beta').queryByLabelText('Callback address')).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'Dialect' })).toBeNull();
});

it('sends the whole of the options with each change', () => {
  const optionNames = ['softId', 'nocache', 'keySuffixes'] as const;
  show([account('Alpha', { options: { callbackUrl: 'https://old.example' }, optionNames })]);
  type(screen.getByLabelText('Soft ID'), '54');
  fireEvent.click(screen.getByRole('switch', { name: 'No reused answers' }));
  type(screen.getByLabelText('Key suffixes'), ' a, __b ');
  const kept = { callbackUrl: 'https://old.example', softId: 54, nocache: true };
  expect(seen.patch).toHaveBeenLastCalledWith('alpha', { options: { ...kept, keySuffixes: ['a', 'b'] } });
  type(screen.getByLabelText('Soft ID'), '');
  expect(seen.patch).toHaveBeenLastCalledWith('alpha', {
    options: { callbackUrl: 'https://old.example', nocache: true, keySuffixes: ['a', 'b'] },
  });
});

it('refuses what is no address, with a reason at the field', () => {
  show([account('Alpha')]);
  const field = screen.getByLabelText<HTMLInputElement>('Callback address');
  type(field, 'me.example');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('me.example');
  expect(seen.patch).not.toHaveBeenCalled();
  type(field, 'https://me.example/solved');
  expect(seen.patch).toHaveBeenLastCalledWith('alpha', { options: { callbackUrl: 'https://me.example/solved' } });
});

it('sets the whole address, and the dialect of a custom service', () => {
  show([account('Custom', { custom: true, dialect: 'one' })]);
  fireEvent.click(screen.getByRole('switch', { name: 'Send the whole address' }));
  expect(seen.patch).toHaveBeenLastCalledWith('custom', { wholeAddress: true });
  fireEvent.change(screen.getByRole('combobox', { name: 'Dialect' }), { target: { value: 'two' } });
  expect(seen.patch).toHaveBeenLastCalledWith('custom', { dialect: 'two' });
});

it('shows the address of a custom service and takes another one, which must not show the key to a network', () => {
  show([account('Alpha'), account('Custom', { custom: true, address: 'https://own.example/api', dialect: 'one' })]);
  expect(row('Alpha').queryByLabelText('Service address')).toBeNull();
  const field = row('Custom').getByLabelText<HTMLInputElement>('Service address');
  expect(field.value).toBe('https://own.example/api');
  for (const [typed, reason] of [
    ['http://own.example', /Plain http:\/\/ would show your key/],
    ['own.example', /not a complete address/],
    ['', /Type the address/],
  ] as const) {
    type(field, typed);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(row('Custom').getByText(reason)).toBeTruthy();
    expect(field.value).toBe(typed);
  }
  expect(seen.patch).not.toHaveBeenCalled();
  type(field, ' http://127.0.0.1:8080/api/ ');
  expect(seen.patch).toHaveBeenLastCalledWith('custom', { address: 'http://127.0.0.1:8080/api' });
  expect(field.hasAttribute('aria-invalid')).toBe(false);
});

it('names what a service is not asked for, and asks again at the person’s word', () => {
  const problem = { message: 'Beta does not know this kind of task.', advice: 'Add another service.' };
  const pause = { state: 'problem', fatal: true, problem, code: 'E' } as const;
  show([
    account('Alpha'),
    account('Beta', {
      pauses: [
        { ...pause, about: 'hCaptcha' },
        { ...pause, until: 600_000, about: 'FunCaptcha' },
      ],
    }),
  ]);
  expect(row('Alpha').queryByText(/does not know/)).toBeNull();
  expect(row('Beta').getByText('Paused for hCaptcha; the rest goes on.')).toBeTruthy();
  expect(row('Beta').getByText(/^Paused for FunCaptcha until .+; the rest goes on\.$/)).toBeTruthy();
  press('Ask again for hCaptcha');
  expect(seen.resume).toHaveBeenCalledExactlyOnceWith('beta');
});
