import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clock } from './clock';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

it('moves while it is wanted, and leaves no timer behind', () => {
  const wanted = signal(false);
  const now = clock(wanted);
  vi.advanceTimersByTime(5_000);
  expect(now.value).toBe(1_000);
  wanted.value = true;
  expect(now.value).toBe(6_000);
  vi.advanceTimersByTime(2_000);
  expect(now.value).toBe(8_000);
  wanted.value = false;
  expect(vi.getTimerCount()).toBe(0);
});
