// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { WidgetView } from '../utils/messages/ui';
import { createReports } from '../utils/ui/reports';
import { WidgetList } from './WidgetList';

afterEach(cleanup);

const widget: WidgetView = {
  kind: 'recaptcha',
  host: 'shop.example',
  state: 'working',
  since: 1_000,
  message: 'Sent.',
  report: null,
};
const off = { reports: {}, onReport: () => {}, onMore: () => {}, onPick: () => {} };
const site = { hostname: 'shop.example', mode: 'automatic' } as const;

it('counts the seconds of a widget at work, outside any live region', () => {
  const { rerender } = render(<WidgetList widgets={[widget]} site={site} now={13_400} {...off} />);
  const item = screen.getByRole('listitem');
  expect(item.textContent).toContain('reCAPTCHA');
  expect(item.textContent).toContain('Solving, 12 s');
  expect(item.textContent).toContain('Sent.');
  rerender(<WidgetList widgets={[widget]} site={site} now={71_400} {...off} />);
  expect(item.textContent).toContain('1 min 10 s');
  expect(item.closest('[aria-live],[role=status]')).toBeNull();
});

it('names the frame where it is not the page, and each state in words', () => {
  const states = ['waiting', 'delivered', 'failed'] as const;
  const widgets = states.map((state) => ({ ...widget, state, host: 'frame.example' }));
  render(<WidgetList widgets={widgets} site={site} now={0} {...off} />);
  const list = within(screen.getByRole('region', { name: 'On this page' }));
  expect(list.getAllByText('frame.example')).toHaveLength(3);
  for (const words of ['Waiting', 'Solved', 'Not solved']) expect(list.getByText(words)).toBeTruthy();
});

it('leads to where the account can be put right', () => {
  const link = { label: 'Top up', url: 'https://known.example/pay' };
  render(<WidgetList widgets={[{ ...widget, state: 'failed', link }, widget]} site={site} now={0} {...off} />);
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: /Top up/ }).href).toBe(link.url);
});

it('says that there is nothing', () => {
  render(<WidgetList widgets={[]} site={site} now={0} {...off} />);
  expect(screen.getByText('No captcha noticed so far.')).toBeTruthy();
});

const solved: WidgetView = { ...widget, state: 'delivered', report: 'job-1' };

function reporting(reply: unknown) {
  const ask = vi.fn(async () => reply);
  const { reports, report } = createReports(ask as never);
  const list = (widgets: WidgetView[]) => (
    <WidgetList
      {...off}
      widgets={widgets}
      site={site}
      now={0}
      reports={reports.value}
      onReport={(one) => void report(one)}
    />
  );
  const { rerender } = render(list([solved]));
  return { ask, again: (widgets: WidgetView[]) => rerender(list(widgets)) };
}

const wrong = () => screen.queryByRole('button', { name: 'The answer was wrong' });

it('reports a wrong answer once, says so in its row, and keeps the focus there', async () => {
  const { ask, again } = reporting({ ok: true });
  wrong()?.focus();
  fireEvent.click(wrong() as HTMLElement);
  again([solved]);
  expect(wrong()?.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(wrong() as HTMLElement);
  // The background names the job no more.
  again([{ ...solved, report: null }]);
  expect(ask).toHaveBeenCalledExactlyOnceWith('reportIncorrect', { job: 'job-1' });
  await vi.waitFor(() => {
    again([{ ...solved, report: null }]);
    expect(document.activeElement?.textContent).toBe('Reported.');
  });
  again([solved]);
  expect(wrong()).toBeNull();
});

it('says why a report was refused, and does not offer it again', async () => {
  const { again } = reporting({ ok: false, problem: { message: 'Too late.', advice: 'Report sooner.' } });
  fireEvent.click(wrong() as HTMLElement);
  await vi.waitFor(() => {
    again([solved]);
    expect(screen.getByRole('listitem').textContent).toContain('Too late. Report sooner.');
  });
  expect(wrong()).toBeNull();
});

it('offers the next answer of the same widget', () => {
  const { again } = reporting({ ok: true });
  fireEvent.click(wrong() as HTMLElement);
  again([{ ...solved, since: 2_000, report: 'job-2' }]);
  expect(wrong()?.getAttribute('aria-disabled')).toBeNull();
  again([{ ...solved, state: 'waiting', report: null }]);
  expect(wrong()).toBeNull();
});

it('offers more where a budget keeps a widget waiting, and there alone', () => {
  const onMore = vi.fn();
  const waiting: WidgetView = { ...widget, state: 'waiting', message: 'The limit is reached.', more: 'money' };
  render(<WidgetList {...off} widgets={[widget, waiting]} site={site} now={0} onMore={onMore} />);
  fireEvent.click(screen.getByRole('button', { name: 'Allow 10 more' }));
  expect(onMore.mock.calls).toEqual([[waiting]]);
});
