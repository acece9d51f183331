import type { ImageHints } from './challenge';
import { plain } from './text';

const DIGITS =
  /\b(?:digits?|numbers?|ziffern?|zahlen|chiffres?|numeros?|digitos?|cijfers?|cifre) (?:only|shown|below|above|from|in|on|of|you|that|da|do|de|del|aus|im)\b|\bonly (?:digits|numbers)|\bnur (?:ziffern|zahlen)|цифр|数字|數字/;
const LETTERS_TOO = /letters?|characters?|buchstaben|zeichen|lettres|letras|букв|символ|字母|字符|文字|英字/;
const CASE =
  /(?<!not |in)\bcase ?sensitive|respect (?:the )?case|gro(?:ss|ß) ?(?:und|\/)? ?kleinschreibung beachten|diferencia mayus|maiusculas e minusculas|sensible a la casse|с учетом регистра|区分大小写|大文字と?小文字を区別/;
const NO_CASE = /case ?insensitive|not case ?sensitive|不区分大小写|без учета регистра|ignore case/;
const MATH =
  /\b(?:result|sum|solution) (?:of|to)\b|\bcalculat|\bsolve\b|\bequation|\bmath|ergebnis|rechen|resultat|resultado|risultato|результат|вычисл|пример|计算|計算|算式|答案|運算/;

/** From a field's attributes and the words about it: the label, and what stands near. */
export function hintsOf(field: HTMLInputElement, words: string): ImageHints {
  const text = plain(words);
  const { min, max } = lengthsOf(field);
  const isMath = MATH.test(text);
  const digits = DIGITS.test(text) && !LETTERS_TOO.test(text);
  return {
    // What is typed for a sum is a number, but the picture shows more than digits.
    ...((digits || asksDigits(field)) && !isMath && { numeric: true as const }),
    ...(CASE.test(text) && !NO_CASE.test(text) && { caseSensitive: true as const }),
    ...(isMath && { math: true as const }),
    ...(min && !isMath && { minLength: min }),
    ...(max && !isMath && { maxLength: max }),
  };
}

function asksDigits({ type, inputMode, pattern }: HTMLInputElement): boolean {
  return type === 'number' || inputMode === 'numeric' || /^\^?(?:\[0-9\]|\\d)(?:[*+]|\{[\d,]+\})?\$?$/.test(pattern);
}

/** Longer limits are those of the server's table, not of the picture. */
const MOST = 12;
const within = (value: number): number | null => (value > 0 && value <= MOST ? value : null);

function lengthsOf(field: HTMLInputElement): { min: number | null; max: number | null } {
  const counted = /^\^?(?:\[[^\]]+\]|\\[dw])\{(\d+)(,(\d*))?\}\$?$/.exec(field.pattern);
  const [, least = '', range, most = ''] = counted ?? [];
  return {
    min: within(field.minLength) ?? within(Number(least)),
    max: within(field.maxLength) ?? within(Number(range ? most : least)),
  };
}
