import { labelOf, textBeside } from './nearby';
import { matches, plain, weigh } from './text';
import { CAPTCHA, CODE, OTHER, QUESTION, type Row, SEND, TASK, USUALLY } from './words';

/** Where text can be typed: what may stand between a picture and its field. Hidden tokens do not count. */
export const typedIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLInputElement>('input,textarea,select')].filter(
    ({ localName, type }) => localName !== 'input' || /^(?:text|tel|number|password|email|url)$/.test(type),
  );

/** Those that an answer could be typed in. */
export const isAnswerField = (element: Element): element is HTMLInputElement =>
  element.localName === 'input' && /^(?:text|tel|number)$/.test((element as HTMLInputElement).type);

export interface Field {
  element: HTMLInputElement;
  score: number;
  /** It or its label says that a picture is to be read. */
  told: boolean;
}

const FOR: Row[] = [CAPTCHA, TASK, CODE, USUALLY];
const AGAINST: Row[] = [QUESTION, SEND];
// Text before a field may be about the one before.
const ABOUT_ANOTHER: Row[] = [{ ...OTHER, weight: -3 }, ...AGAINST];

// Fields with a purpose that the browser knows (HTML, autofill field names) are no captchas.
const NO_PURPOSE = /^(?:|on|off|nope|false|new-password|random.*)$/;

/** How much a field looks as if a captcha's text belongs in it, layout left aside; null where it is out of the question. */
export function judgeField(element: HTMLInputElement): Field | null {
  if (element.disabled || element.readOnly || element.inert) return null;
  if (!NO_PURPOSE.test(element.autocomplete.trim().toLowerCase())) return null;
  const names = plain(`${element.name} ${element.id}`);
  const label = plain(labelOf(element));
  const own = `${names} ${label} ${plain(element.className)}`;
  const before = plain(textBeside(element, 'previousNode', 120));
  const after = plain(textBeside(element, 'nextNode', 60));
  const near = before || (label ? '' : after);
  // A captcha's name outweighs what else is in it: `user[captcha]`, `login-captcha`.
  const named = matches(CAPTCHA, own);
  const told = named || matches(CAPTCHA, near) || matches(TASK, `${own} | ${near}`);
  let score = shapeOf(element) + weigh(FOR, `${own} | ${near}`) + weigh(AGAINST, `${label} ${after}`);
  // Names carry those of their forms: `login[code]`.
  if (!named)
    score += weigh([OTHER], matches(TASK, label) ? label : `${names} ${label}`) + weigh(ABOUT_ANOTHER, before);
  return { element, score, told: told || matches(USUALLY, `${own} | ${near}`) };
}

/** Short answers, not remembered, not corrected. */
function shapeOf(element: HTMLInputElement): number {
  const { maxLength } = element;
  const size = Number(element.getAttribute('size'));
  const off = (name: string) => /^(?:off|none|false|nope)$/.test(element.getAttribute(name) ?? '');
  let score = 0;
  if (maxLength >= 3 && maxLength <= 10) score += 1;
  if (maxLength > 0 && maxLength < 3) score -= 3;
  if (size && size <= 12) score += 0.5;
  if (off('autocomplete')) score += 0.5;
  if (off('autocapitalize') || off('autocorrect') || off('spellcheck')) score += 0.5;
  return score;
}
