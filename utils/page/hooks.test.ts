import { describe, expect, it, vi } from 'vitest';
import { fakeRecorder } from '../../test/fakes/page-recorder';
import { openHooks, passed } from './hooks';
import type { Hook } from './line';

const fault = () => {
  throw new Error('our fault');
};

describe('hooks', () => {
  it('stand before the vendor, each on its path', () => {
    const recorder = fakeRecorder();
    const hooks = openHooks(recorder);
    hooks['a.b'] = (args, original) => original() || `ours ${args[0]}`;
    expect(recorder.pass?.('a.b', [3], () => '')).toBe('ours 3');
    expect(recorder.pass?.('a.c', [3], () => '')).toBe('');
    expect(recorder.pass?.('toString', [3], () => 'theirs')).toBe('theirs');
  });

  it('fail open: the vendor is called once, whatever a hook does', () => {
    const vendor = vi.fn(() => 7);
    expect(passed(fault, [], vendor)).toBe(7);
    expect(vendor).toHaveBeenCalledTimes(1);
    const late = vi.fn(() => 8);
    const hook: Hook = (_, original) => {
      original();
      return fault();
    };
    expect(passed(hook, [], late)).toBe(8);
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('throw what the vendor throws', () => {
    const vendor = () => {
      throw new TypeError('theirs');
    };
    expect(() => passed((_, original) => original(), [], vendor)).toThrow('theirs');
    expect(() => passed(undefined, [], vendor)).toThrow('theirs');
  });
});
