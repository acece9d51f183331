// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { AccountState } from '../utils/messages/ui';
import { AccountStatus } from './AccountStatus';

afterEach(cleanup);

type Progress = Parameters<typeof AccountStatus>[0]['progress'];

function show(account: AccountState, progress: Progress = null) {
  const onCheck = vi.fn();
  render(<AccountStatus account={account} progress={progress} now={0} busy={false} onCheck={onCheck} />);
  return { onCheck, status: screen.getByRole('status') };
}

it.each<[AccountState, string]>([
  [{ state: 'no-key' }, 'No key saved yet.'],
  [{ state: 'unchecked' }, 'Key saved, not checked yet.'],
  [{ state: 'no-balance' }, 'Key saved. This service does not tell its balance.'],
  [{ state: 'balance', amount: 12.345, at: 0 }, 'Balance: $12.35'],
  [{ state: 'balance', amount: 0.0031, at: 0 }, 'Balance: less than $0.01'],
  [{ state: 'balance', amount: 0, at: 0 }, 'Balance: $0.00'],
])('says %o', (account, words) => {
  expect(show(account).status.textContent).toBe(words);
});

it('says what is wrong, what to do, and where', () => {
  const link = { label: 'Top up', url: 'https://known.example/pay' };
  const problem = { message: 'No money left.', advice: 'Top it up.', link };
  const { status } = show({ state: 'problem', fatal: true, problem });
  expect(status.textContent).toContain('No money left. Top it up.');
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: /Top up/ }).href).toBe(link.url);
});

it('says until when a service is paused', () => {
  const problem = { message: 'Too many requests.', advice: 'Wait.' };
  const { status } = show({ state: 'problem', fatal: true, until: 600_000, problem });
  expect(status.textContent).toMatch(/Paused until .+\./);
  cleanup();
  expect(show({ state: 'problem', fatal: true, until: 0, problem }).status.textContent).not.toContain('Paused');
});

it('shows what is going on instead of what was known', () => {
  const { status } = show({ state: 'balance', amount: 1, at: 0 }, { words: 'Checking the key…', working: true });
  expect(status.textContent).toBe('Checking the key…');
  expect(screen.queryByText(/^Checked/)).toBeNull();
});

it('asks again on request', () => {
  const { onCheck } = show({ state: 'unchecked' });
  fireEvent.click(screen.getByRole('button', { name: 'Check balance' }));
  expect(onCheck).toHaveBeenCalledOnce();
});
