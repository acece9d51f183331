// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NOON, newEntry } from '../test/fakes/ledger';
import { NOTHING } from '../utils/ledger/sums';
import type { HistoryView } from '../utils/messages/history';
import type { AccountView } from '../utils/messages/ui';
import { createHistory } from '../utils/ui/history';
import { HistorySection } from './HistorySection';

afterEach(cleanup);

const row = { ...NOTHING, day: '2026-11-22', service: 'capmonster', jobs: 3, solved: 2, nano: 1_200_000, possible: 1 };
const shown: HistoryView = {
  entries: [
    newEntry(),
    newEntry({ job: 'two', at: NOON - 1, cost: { nano: 600_000, source: 'estimate' }, site: '', reported: true }),
    newEntry({ job: 'three', at: NOON - 2, outcome: 'orphaned', cost: null, createdAt: null, errorCode: 'E_X' }),
    newEntry({ job: 'four', at: NOON - 86_400_000, day: '2026-11-21' }),
  ],
  more: true,
  today: '2026-11-22',
  days: [row, { ...row, day: '2026-11-21', solved: 1, nano: 600_000, possible: 0 }],
};
const account = { service: 'captcha69', label: 'Captcha69' } as AccountView;

async function show(view: HistoryView = shown) {
  const asked: [string, unknown][] = [];
  const ask = async (name: string, request: unknown) => {
    asked.push([name, request]);
    if (name === 'history') return view;
    return name === 'historyFacets'
      ? { services: [{ id: 'capmonster', label: 'CapMonster' }], sites: ['', 'shop.example'] }
      : [];
  };
  const history = createHistory({ ask: ask as never, onChange: () => {}, save: vi.fn() });
  await history.ready;
  const onPatch = vi.fn();
  const props = { history, keepDays: 90, prices: {}, onPatch };
  render(<HistorySection {...props} accounts={[account]} />);
  return { asked, onPatch };
}

it('lists tasks day by day with what each day came to, estimates and lost tasks said to be such', async () => {
  await show();
  const [today, yesterday] = within(screen.getByRole('table', { name: 'Tasks' })).getAllByRole('rowheader');
  expect(today?.textContent).toBe('Today 2 solved, $0.0012. Not counted: 1 without an answer, possibly charged.');
  expect(yesterday?.textContent).toMatch(/2026 1 solved, \$0\.0006\.$/);
  const cells = screen.getAllByRole('row').map((each) => within(each).queryAllByRole('cell'));
  const texts = cells.filter(({ length }) => length).map((of) => of.slice(1).map(({ textContent }) => textContent));
  expect(texts.slice(0, 3)).toEqual([
    ['shop.example', 'CapMonster reCAPTCHA', 'Solved in 7 s', '$0.0006'],
    ['Private window', 'CapMonster reCAPTCHA', 'Solved in 7 s, reported as wrong', 'about $0.0006'],
    ['shop.example', 'CapMonster reCAPTCHA', 'Possibly charged E_X', 'unknown'],
  ]);
});

it('draws the last 30 days, and says the same in words', async () => {
  await show();
  const days = within(screen.getByRole('figure')).getAllByRole('listitem');
  expect(days).toHaveLength(30);
  expect(days.at(-1)?.textContent).toMatch(/: 2 solved, \$0\.0012$/);
  expect(days.map((day) => day.querySelector('span')?.style.height).slice(-3)).toEqual(['0%', '50%', '100%']);
});

it('asks for what is picked, and tells no sums of a day that it does not know', async () => {
  const { asked } = await show();
  fireEvent.change(screen.getByRole('combobox', { name: 'Site' }), { target: { value: ' ' } });
  expect(asked.at(-1)).toEqual(['history', { filter: { site: '' } }]);
  await screen.findByText('Today');
  expect(screen.getAllByRole('rowheader')[0]?.textContent?.trim()).toBe('Today');
  fireEvent.change(screen.getByRole('combobox', { name: 'Site' }), { target: { value: '' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Outcome' }), { target: { value: 'failed' } });
  expect(asked.at(-1)).toEqual(['history', { filter: { outcome: 'failed' } }]);
});

it('deletes at a second press only', async () => {
  const { asked } = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Delete history' }));
  expect(asked.map(([name]) => name)).not.toContain('deleteHistory');
  fireEvent.click(screen.getByRole('button', { name: 'Delete all of it' }));
  expect(asked.map(([name]) => name)).toContain('deleteHistory');
});

it('says that there is nothing, and offers to delete nothing', async () => {
  await show({ ...shown, entries: [], more: false, days: [] });
  expect(screen.getByText('No task so far. The first one will be listed here.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Delete history' })).toBeNull();
});

it('takes prices and days as they are typed, and refuses what makes no sense', async () => {
  const { onPatch } = await show();
  const type = (label: string, value: string) => {
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  };
  type('Captcha69, 1000 × reCAPTCHA', '0,5');
  expect(onPatch).toHaveBeenLastCalledWith({ prices: { captcha69: { recaptcha: 0.5 } } });
  type('Days to keep', '4000');
  expect(onPatch).toHaveBeenCalledTimes(1);
  expect(screen.getByText('The most is 3650.')).toBeTruthy();
  type('Days to keep', '30');
  expect(onPatch).toHaveBeenLastCalledWith({ keepDays: 30 });
});
