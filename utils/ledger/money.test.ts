import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, priceOfOne, toNano, toUsd } from './money';

describe('money', () => {
  it.each([
    [0.00299, 2_990_000],
    [0, 0],
    [0.1 + 0.2, 300_000_000],
    [-0.1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [1e9, null],
  ])('%s USD -> %s', (usd, nano) => expect(toNano(usd)).toBe(nano));

  it('knows what one of a thousand costs', () => expect(priceOfOne(2.99)).toBe(2_990_000));

  it.each([
    [2_990_000, '0.00299'],
    [0, '0'],
    [1, '0.000000001'],
    [12_000_000_000, '12'],
    [1_050_000_000, '1.05'],
  ])('%s is written %s', (nano, text) => expect(decimal(nano)).toBe(text));

  it('is written without a loss', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e15 }), (nano) => toNano(Number(decimal(nano))) === nano));
    expect(toUsd(2_990_000)).toBe(0.00299);
  });
});
