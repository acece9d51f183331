import type { Row } from './words';

/** As the words are written: lower case, no accents, names in their parts (`verifyCode`, `confirm_code`). */
export const plain = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    // Widgets of vendors are no pictures of text, whatever their names have in them.
    .replace(/(?<![a-z])(?:re|h|fun)captcha\w*/g, 'vendor')
    .replace(/[-_./?&:;,#[\]()'"\s]+/g, ' ');

const compiled = new Map<Row, RegExp>();

const patternOf = (row: Row): RegExp => {
  const known = compiled.get(row);
  if (known) return known;
  const words = row.words && `(?<![a-z])(?:${row.words})(?![a-z])`;
  const made = new RegExp([words, row.parts && plainParts(row.parts)].filter(Boolean).join('|'));
  compiled.set(row, made);
  return made;
};

// Cyrillic letters lose their marks in the text, so they do here.
const plainParts = (parts: string): string => parts.replaceAll('й', 'и').replaceAll('ё', 'е');

export const matches = (row: Row, text: string): boolean => patternOf(row).test(text);

/** The rows' weights, each row once. */
export const weigh = (rows: readonly Row[], text: string): number =>
  text ? rows.reduce((sum, row) => sum + (matches(row, text) ? row.weight : 0), 0) : 0;
