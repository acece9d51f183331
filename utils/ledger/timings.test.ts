import { describe, expect, it } from 'vitest';
import { timed, timingKey, withTiming } from './timings';

const profile = { firstMs: 2_000, intervalMs: 3_000, giveUpMs: 180_000 };

describe('timed', () => {
  it.each([
    ['nothing seen', [], 2_000],
    ['too little seen', [60_000, 60_000, 60_000, 60_000], 2_000],
    ['slow ones', Array(10).fill(20_000), 17_000],
    ['a quick one among slow ones', [4_000, ...Array(9).fill(20_000)], 17_000],
    ['several quick ones', [...Array(3).fill(4_000), ...Array(7).fill(20_000)], 2_000],
    ['never sooner than documented', Array(10).fill(100), 2_000],
    ['absurd ones', Array(10).fill(10_000_000), 90_000],
  ])('%s', (_, seen, firstMs) => {
    expect(timed(profile, seen)).toEqual({ ...profile, firstMs });
  });
});

describe('withTiming', () => {
  it('keeps the newest thirty of each service and kind apart', () => {
    const key = timingKey('capmonster', 'recaptcha');
    let timings = withTiming({}, 'other/recaptcha', 5);
    for (let ms = 1; ms <= 40; ms++) timings = withTiming(timings, key, ms);
    expect(timings[key]).toHaveLength(30);
    expect(timings[key]?.at(-1)).toBe(40);
    expect(timings['other/recaptcha']).toEqual([5]);
  });
});
