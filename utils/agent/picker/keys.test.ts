import { describe, expect, it } from 'vitest';
import { meaningOf, nextOf } from './keys';

const press = (key: string, more: object = {}) =>
  meaningOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });

describe('meaningOf', () => {
  it.each([
    ['Tab', {}, { act: 'move', by: 1 }],
    ['Tab', { shiftKey: true }, { act: 'move', by: -1 }],
    ['ArrowUp', {}, { act: 'move', by: -1 }],
    ['ArrowRight', {}, { act: 'move', by: 1 }],
    ['Escape', {}, { act: 'leave' }],
    ['Enter', {}, { act: 'choose' }],
    [' ', {}, { act: 'choose' }],
    ['Enter', { repeat: true }, null],
    ['a', {}, null],
    ['r', { ctrlKey: true }, 'browser'],
    ['ArrowLeft', { altKey: true }, 'browser'],
    ['F5', {}, 'browser'],
    ['PageDown', {}, 'browser'],
  ])('%s %j', (key, more, meaning) => {
    expect(press(key, more)).toEqual(meaning);
  });
});

describe('nextOf', () => {
  const all = ['a', 'b', 'c'];
  const none = () => false;

  it('goes round at both ends', () => {
    expect(nextOf(all, 'c', 1, none)).toBe('a');
    expect(nextOf(all, 'a', -1, none)).toBe('c');
  });

  it('begins with the first, or with the last backwards', () => {
    expect(nextOf(all, null, 1, none)).toBe('a');
    expect(nextOf(all, null, -1, none)).toBe('c');
  });

  it('begins with what follows the picture, backwards with what is before it', () => {
    const follows = (each: string) => each >= 'b';
    expect(nextOf(all, null, 1, follows)).toBe('b');
    expect(nextOf(all, null, -1, follows)).toBe('a');
  });

  it('has nothing where there is nothing, and begins anew where one has gone', () => {
    expect(nextOf([], null, 1, none)).toBeUndefined();
    expect(nextOf(all, 'gone', 1, none)).toBe('a');
  });
});
