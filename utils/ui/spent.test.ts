import { expect, it } from 'vitest';
import { NOTHING } from '../ledger/sums';
import { costWords } from './outcomes';
import { openBills, price, spent } from './spent';

it.each([
  [0, '$0.00'],
  [600_000, '$0.0006'],
  [2_990_000, '$0.00299'],
  [1, 'less than $0.00001'],
  [100_000_000, '$0.10'],
  [12_345_678_900, '$12.35'],
])('%s nano-dollars are %s', (nano, words) => expect(price(nano)).toBe(words));

it('says how sure it is', () => {
  const sum = { ...NOTHING, solved: 2, nano: 600_000 };
  expect(spent(sum)).toBe('$0.0006');
  expect(spent({ ...sum, estimated: 400_000 })).toBe('about $0.001');
  expect(spent({ ...sum, estimated: 400_000, unknown: 1 })).toBe('at least $0.001');
});

it('tells what is not in the sum', () => {
  expect(openBills(NOTHING)).toBeNull();
  expect(openBills({ ...NOTHING, unknown: 1, possible: 2 })).toBe(
    'Not counted: 1 answer at an unknown price; 2 without an answer, possibly charged.',
  );
});

it('words the cost of one task', () => {
  expect(costWords({ nano: 600_000, source: 'balance' }, 'delivered')).toBe('$0.0006');
  expect(costWords({ nano: 600_000, source: 'estimate' }, 'delivered')).toBe('about $0.0006');
  expect([costWords(null, 'orphaned'), costWords(null, 'open')]).toEqual(['unknown', 'not yet known']);
});
