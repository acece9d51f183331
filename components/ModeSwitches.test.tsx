// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mode } from '../utils/settings/schema';
import { ModeSwitches } from './ModeSwitches';

afterEach(cleanup);

const MAIN = { name: 'Solve captchas automatically' };
const BUTTON = { name: 'Show a button beside captchas' };

function show(mode: Mode) {
  const onMode = vi.fn();
  render(<ModeSwitches mode={mode} onMode={onMode} />);
  return onMode;
}

const checked = (name: { name: string }) => screen.getByRole<HTMLInputElement>('switch', name).checked;

describe('ModeSwitches', () => {
  it('asks one question only while Solvent acts by itself', () => {
    const onMode = show('automatic');
    expect(checked(MAIN)).toBe(true);
    expect(screen.queryByRole('switch', BUTTON)).toBeNull();
    fireEvent.click(screen.getByRole('switch', MAIN));
    expect(onMode).toHaveBeenCalledWith('off');
  });

  it('offers the button where it is off', () => {
    const onMode = show('off');
    expect(checked(MAIN)).toBe(false);
    expect(checked(BUTTON)).toBe(false);
    fireEvent.click(screen.getByRole('switch', BUTTON));
    expect(onMode).toHaveBeenLastCalledWith('ask');
    fireEvent.click(screen.getByRole('switch', MAIN));
    expect(onMode).toHaveBeenLastCalledWith('automatic');
  });

  it('shows "ask" as not automatic, with the button', () => {
    const onMode = show('ask');
    expect(checked(MAIN)).toBe(false);
    expect(checked(BUTTON)).toBe(true);
    fireEvent.click(screen.getByRole('switch', BUTTON));
    expect(onMode).toHaveBeenLastCalledWith('off');
  });
});
