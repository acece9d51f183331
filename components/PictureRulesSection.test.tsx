// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { Settings } from '../utils/settings/schema';
import type { PictureFiles } from '../utils/ui/picture-files';
import { PictureRulesSection } from './PictureRulesSection';

afterEach(cleanup);

const rule = { picture: { selectors: ['img'] }, field: { selectors: ['input'] } };
const files: PictureFiles = { taken: signal(null), take: async () => undefined, save: () => undefined };

function show(pictures: Settings['pictures'], onChange: (next: Settings['pictures']) => void) {
  const section = (now: Settings['pictures']) => (
    <PictureRulesSection pictures={now} files={files} onChange={onChange} />
  );
  const { rerender } = render(section(pictures));
  return (now: Settings['pictures']) => act(() => rerender(section(now)));
}

const button = (name: string) => screen.getByRole('button', { name });

it('the focus goes on to the next rule, then to what is below, but not before the rule has gone', async () => {
  let saved: Settings['pictures'] = { 'a.test': [rule, { ...rule, name: 'Login' }] };
  const draw = show(saved, (next) => {
    saved = next;
  });
  fireEvent.click(button('Remove Rule 1 for a.test'));
  // Drawn for another reason.
  await draw({ 'a.test': [rule, { ...rule, name: 'Login' }] });
  await draw(saved);
  expect(document.activeElement).toBe(button('Remove Login for a.test'));
  fireEvent.click(button('Remove Login for a.test'));
  await draw({ 'a.test': [{ ...rule, name: 'Login' }] });
  await draw(saved);
  expect(document.activeElement).toBe(button('Import rules'));
});
