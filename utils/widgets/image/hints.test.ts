// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { hintsOf } from './hints';

const hints = (attributes: string, words = '') => {
  document.body.innerHTML = `<input ${attributes}>`;
  return hintsOf(document.querySelector('input') as HTMLInputElement, words);
};

it.each([
  ['', 'Enter the characters in the image', {}],
  ['', 'Type the digits shown', { numeric: true }],
  ['', 'Letters and digits shown in the picture', {}],
  ['', 'Digits only', { numeric: true }],
  ['', 'Введите цифры с картинки', { numeric: true }],
  ['', '请输入图中的数字', { numeric: true }],
  ['', 'Bitte nur Ziffern eingeben', { numeric: true }],
  ['inputmode="numeric"', '', { numeric: true }],
  ['type="number"', '', { numeric: true }],
  ['pattern="[0-9]{4}"', '', { numeric: true, minLength: 4, maxLength: 4 }],
  ['pattern="\\d+"', '', { numeric: true }],
  ['pattern="[a-z0-9]{4,6}"', '', { minLength: 4, maxLength: 6 }],
  ['pattern="[a-z]{4,}"', '', { minLength: 4 }],
  ['maxlength="5" minlength="3"', '', { minLength: 3, maxLength: 5 }],
  ['maxlength="128"', '', {}],
  ['', 'The code is case sensitive', { caseSensitive: true }],
  ['', 'Letters are not case-sensitive', {}],
  ['', '(case insensitive)', {}],
  ['', '不区分大小写', {}],
  ['', 'Groß- und Kleinschreibung beachten', { caseSensitive: true }],
  ['maxlength="2"', 'Result of the sum in the picture', { math: true }],
  ['', '请输入计算结果', { math: true }],
  ['', 'Решите пример', { math: true }],
  ['', 'Enter your phone number', {}],
])('reads <input %s> "%s"', (attributes, words, expected) => {
  expect(hints(attributes, words)).toEqual(expected);
});
