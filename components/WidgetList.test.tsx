// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { WidgetView } from '../utils/messages/ui';
import { WidgetList } from './WidgetList';

afterEach(cleanup);

const widget: WidgetView = {
  kind: 'recaptcha',
  host: 'shop.example',
  state: 'working',
  since: 1_000,
  message: 'Sent.',
};
const site = { hostname: 'shop.example', mode: 'automatic' } as const;

it('counts the seconds of a widget at work, outside any live region', () => {
  const { rerender } = render(<WidgetList widgets={[widget]} site={site} now={13_400} />);
  const item = screen.getByRole('listitem');
  expect(item.textContent).toContain('reCAPTCHA');
  expect(item.textContent).toContain('Solving, 12 s');
  expect(item.textContent).toContain('Sent.');
  rerender(<WidgetList widgets={[widget]} site={site} now={71_400} />);
  expect(item.textContent).toContain('1 min 10 s');
  expect(item.closest('[aria-live],[role=status]')).toBeNull();
});

it('names the frame where it is not the page, and each state in words', () => {
  const states = ['waiting', 'delivered', 'failed'] as const;
  const widgets = states.map((state) => ({ ...widget, state, host: 'frame.example' }));
  render(<WidgetList widgets={widgets} site={site} now={0} />);
  const list = within(screen.getByRole('region', { name: 'On this page' }));
  expect(list.getAllByText('frame.example')).toHaveLength(3);
  for (const words of ['Waiting', 'Solved', 'Not solved']) expect(list.getByText(words)).toBeTruthy();
});

it('says that there is nothing', () => {
  render(<WidgetList widgets={[]} site={site} now={0} />);
  expect(screen.getByText('No captcha noticed so far.')).toBeTruthy();
});
