// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { ServiceView } from '../utils/messages/ui';
import { AccountForm } from './AccountForm';

afterEach(cleanup);

const known: ServiceView = {
  id: 'known',
  label: 'Known',
  keyHint: '32 letters',
  dashboard: 'https://known.example/keys',
  custom: false,
  hasKey: true,
};
const custom: ServiceView = {
  id: 'custom',
  label: 'Custom',
  keyHint: 'any',
  dashboard: null,
  custom: true,
  hasKey: false,
};
const dialects = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
];
const rest = { dialect: 'one', reuse: false };

type Props = Parameters<typeof AccountForm>[0];

function show(change: Partial<Props> = {}) {
  const on = { onType: vi.fn(), onSave: vi.fn(), onForget: vi.fn(), onDiscard: vi.fn() };
  const form = { service: known, clientKey: 'secret', address: '', stored: true, ...rest };
  const props: Props = {
    services: [known, custom],
    dialects,
    form,
    dirty: false,
    busy: null,
    refusal: null,
    ...on,
    ...change,
  };
  const view = render(<AccountForm {...props} />);
  return { ...on, again: (next: Partial<Props>) => view.rerender(<AccountForm {...props} {...next} />) };
}

const key = () => screen.getByLabelText<HTMLInputElement>('API key');
const customForm = { service: custom, clientKey: 'k', address: 'http://x.example', stored: false, ...rest };

it('masks the key until it is asked for', () => {
  show();
  expect(key().type).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: 'Show key' }));
  expect(key().type).toBe('text');
  fireEvent.click(screen.getByRole('button', { name: 'Hide key' }));
  expect(key().type).toBe('password');
});

it('tells what is chosen and typed, and saves by button or Enter', () => {
  const { onType, onSave } = show();
  fireEvent.change(screen.getByRole('combobox', { name: 'Service' }), { target: { value: 'custom' } });
  expect(onType).toHaveBeenLastCalledWith({ service: 'custom' });
  fireEvent.input(key(), { target: { value: 'new' } });
  expect(onType).toHaveBeenLastCalledWith({ clientKey: 'new' });
  fireEvent.click(screen.getByRole('button', { name: 'Save key' }));
  fireEvent.submit(key().form as HTMLFormElement);
  expect(onSave).toHaveBeenCalledTimes(2);
});

it('saves once only while it is busy', () => {
  const { onSave } = show({ busy: 'save' });
  const save = screen.getByRole('button', { name: 'Save key' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(save);
  expect(onSave).not.toHaveBeenCalled();
});

it('asks for an address and a dialect where the service is custom only', () => {
  const { again, onType } = show();
  expect(screen.queryByLabelText('Service address')).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'Dialect' })).toBeNull();
  again({ form: customForm });
  expect(screen.getByLabelText<HTMLInputElement>('Service address').value).toBe('http://x.example');
  const dialect = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Dialect' });
  expect(dialect.value).toBe('one');
  fireEvent.change(dialect, { target: { value: 'two' } });
  expect(onType).toHaveBeenLastCalledWith({ dialect: 'two' });
});

it('offers a saved key instead of asking for it again', () => {
  const saved = { ...customForm, clientKey: '', address: '', reuse: true };
  const { again, onSave } = show({ form: saved, dirty: true });
  expect(key().getAttribute('aria-describedby')).toBeTruthy();
  expect(screen.getByText('A key is saved. Type here only to replace it.')).toBeTruthy();
  expect(screen.queryByLabelText('Service address')).toBeNull();
  const use = screen.getByRole('button', { name: 'Use saved key' });
  use.focus();
  fireEvent.click(use);
  expect(onSave).toHaveBeenCalledOnce();
  again({ form: { ...saved, reuse: false, stored: true, clientKey: 'saved' } });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save key' }));
});

it('ties a refusal to its field, keeps the text and takes a waiting person there', () => {
  const { again } = show({ form: customForm });
  screen.getByRole('button', { name: 'Save key' }).focus();
  again({ form: customForm, refusal: { ok: false, field: 'address', message: 'Use https://.' } });
  const field = screen.getByLabelText<HTMLInputElement>('Service address');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Use https://.');
  expect(field.value).toBe('http://x.example');
  expect(document.activeElement).toBe(field);
  expect(key().hasAttribute('aria-invalid')).toBe(false);
});

it('links to where there is a key', () => {
  show({ form: { service: known, clientKey: '', address: '', stored: false, ...rest } });
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: /Get a key/ });
  expect(link.href).toBe('https://known.example/keys');
  expect(link.target).toBe('_blank');
});

it('forgets a key at the second press only, and never loses the focus', () => {
  const { onForget } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
  expect(document.activeElement?.textContent).toBe('Keep key');
  fireEvent.click(screen.getByRole('button', { name: 'Keep key' }));
  expect(document.activeElement?.textContent).toBe('Forget key');
  fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
  expect(onForget).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, forget it' }));
  expect(onForget).toHaveBeenCalledOnce();
  expect(document.activeElement?.textContent).toBe('Save key');
});

it('offers to discard what is not saved', () => {
  const { onDiscard } = show({ dirty: true });
  fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(onDiscard).toHaveBeenCalledOnce();
});
