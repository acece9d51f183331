import { describe, expect, it, vi } from 'vitest';
import { createTries, TRIES_MS, triesOf, withTry } from './tries';

describe('tries of a field', () => {
  it('are counted, each field by itself, and forgotten after a while', () => {
    const once = withTry({}, 'a', 1_000);
    const twice = withTry(withTry(once, 'b', 2_000), 'a', 3_000);
    expect([triesOf(twice, 'a', 3_000), triesOf(twice, 'b', 3_000), triesOf(twice, 'c', 3_000)]).toEqual([2, 1, 0]);
    expect(triesOf(twice, 'a', 1_000 + TRIES_MS)).toBe(1);
    expect(withTry(twice, 'c', 3_000 + TRIES_MS)).toEqual({ c: [3_000 + TRIES_MS] });
  });

  it('a clock that is set back forgets rather than keeps for ever', () => {
    expect(triesOf({ a: [9_000] }, 'a', 5_000)).toBe(0);
  });

  it('are saved with each change, and begin anew at a press', () => {
    const save = vi.fn();
    const tries = createTries({ a: [1] }, save, () => 2);
    expect(tries.of('a')).toBe(1);
    tries.add('a');
    expect(tries.of('a')).toBe(2);
    expect(save).toHaveBeenLastCalledWith({ a: [1, 2] });
    tries.clear('a');
    expect(tries.of('a')).toBe(0);
    expect(save).toHaveBeenLastCalledWith({});
    tries.clear('a');
    expect(save).toHaveBeenCalledTimes(2);
  });
});
