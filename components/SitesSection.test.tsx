// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import type { Settings } from '../utils/settings/schema';
import { SitesSection } from './SitesSection';

afterEach(cleanup);

interface HostProps {
  sites: Settings['sites'];
  onSeen(sites: Settings['sites']): void;
}

/** Keeps what the section reports, as the page around it does. */
function Host({ sites, onSeen }: HostProps) {
  const [now, setNow] = useState(sites);
  const change = (next: Settings['sites']) => {
    onSeen(next);
    setNow(next);
  };
  return <SitesSection mode="automatic" sites={now} onChange={change} />;
}

function show(sites: Settings['sites']) {
  const seen = vi.fn();
  render(<Host sites={sites} onSeen={seen} />);
  return seen;
}

const hostname = () => screen.getByLabelText<HTMLInputElement>('Hostname');

function add(text: string) {
  fireEvent.input(hostname(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Add site' }));
}

it('adds the hostname of whatever was pasted', () => {
  const seen = show({ 'a.example': { always: true } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Rule' }), { target: { value: 'ask' } });
  add(' https://Shop.Example:8443/cart?x=1 ');
  expect(seen).toHaveBeenLastCalledWith({ 'a.example': { always: true }, 'shop.example': { mode: 'ask' } });
  expect(hostname().value).toBe('');
});

it('refuses with a reason at the field and keeps the text', () => {
  const seen = show({ 'shop.example': { mode: 'off' } });
  add('shop.example');
  expect(hostname().getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(hostname().getAttribute('aria-describedby') ?? '')?.textContent).toContain('already');
  expect(hostname().value).toBe('shop.example');
  expect(document.activeElement).toBe(hostname());
  expect(seen).not.toHaveBeenCalled();
});

it('changes a rule and keeps what else it says', () => {
  const seen = show({ 'shop.example': { mode: 'off', always: true } });
  const rule = screen.getByRole('combobox', { name: 'Rule for shop.example' });
  fireEvent.change(rule, { target: { value: 'automatic' } });
  expect(seen).toHaveBeenLastCalledWith({ 'shop.example': { mode: 'automatic', always: true } });
});

it('removes a rule, and the focus goes to the next one, then to the form', () => {
  const seen = show({ 'a.example': { mode: 'off' }, 'b.example': { mode: 'off' } });
  fireEvent.click(screen.getByRole('button', { name: 'Remove a.example' }));
  expect(seen).toHaveBeenLastCalledWith({ 'b.example': { mode: 'off' } });
  const last = screen.getByRole('button', { name: 'Remove b.example' });
  expect(document.activeElement).toBe(last);
  fireEvent.click(last);
  expect(seen).toHaveBeenLastCalledWith({});
  expect(document.activeElement).toBe(hostname());
});

it('sets what is rarely needed, and takes it away again without a trace', () => {
  const seen = show({ 'shop.example': { mode: 'ask', submit: true } });
  fireEvent.click(screen.getByRole('switch', { name: 'Let FunCaptcha begin by itself here' }));
  expect(seen).toHaveBeenLastCalledWith({ 'shop.example': { mode: 'ask', submit: true, letRun: true } });
  fireEvent.click(screen.getByRole('switch', { name: 'Send the form once its picture is answered' }));
  expect(seen).toHaveBeenLastCalledWith({ 'shop.example': { mode: 'ask', letRun: true } });
});
