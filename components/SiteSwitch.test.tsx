// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { PopupView } from '../utils/messages/ui';
import type { Mode } from '../utils/settings/schema';
import { SiteSwitch } from './SiteSwitch';

afterEach(cleanup);

function show(site: PopupView['site'], mode: Mode = 'automatic') {
  const onSite = vi.fn();
  render(<SiteSwitch site={site} mode={mode} onSite={onSite} />);
  return { onSite, control: screen.getByRole<HTMLInputElement>('switch', { name: 'On this site' }) };
}

const reason = (control: HTMLElement) =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent;

it('is on with the hostname beside it, and turns off', () => {
  const { control, onSite } = show({ hostname: 'shop.example', mode: 'ask' });
  expect(control.checked).toBe(true);
  expect(reason(control)).toBe('shop.example');
  fireEvent.click(control);
  expect(onSite).toHaveBeenCalledWith(false);
});

it('turns on again', () => {
  const { control, onSite } = show({ hostname: 'shop.example', mode: 'off' });
  fireEvent.click(control);
  expect(onSite).toHaveBeenCalledWith(true);
});

it('is disabled with the reason where Solvent cannot run', () => {
  const { control } = show(null);
  expect(control.disabled).toBe(true);
  expect(reason(control)).toBe('Solvent cannot run on this page.');
});

it('promises nothing while Solvent is off everywhere', () => {
  const { control } = show({ hostname: 'shop.example', mode: 'automatic' }, 'off');
  expect(control.checked).toBe(false);
  expect(control.disabled).toBe(true);
  expect(reason(control)).toContain('off, like every other site');
});
