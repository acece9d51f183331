// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PresetProblems } from './PresetProblems';

afterEach(cleanup);

const first = { line: 4, field: 'service', message: 'There is no such service.' };

it('says one problem in one sentence', () => {
  const { container } = render(<PresetProblems problems={[first]} />);
  expect(container.textContent).toContain('preset.json was refused: line 4, field service: There is no such service.');
});

it('lists several, and leaves out a field that has no name', () => {
  render(<PresetProblems problems={[first, { line: 9, field: '', message: 'Not JSON.' }]} />);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'line 4, field service: There is no such service.',
    'line 9: Not JSON.',
  ]);
});

it('lists every one, however many there are', () => {
  const problems = Array.from({ length: 30 }, (_, index) => ({ ...first, line: index + 1 }));
  render(<PresetProblems problems={problems} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(30);
});
