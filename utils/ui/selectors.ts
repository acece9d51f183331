import { LONGEST_NAME, LONGEST_PATH, LONGEST_SELECTOR, MAX_SELECTORS } from '../widgets/image/limits';

type Read<V> = { ok: true; value: V } | { ok: false; message: string };

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** Selectors as a person writes them, one a line. */
export function readSelectors(text: string): Read<string[]> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (!lines.length) return { ok: false, message: 'Type at least one CSS selector, such as #captcha.' };
  if (lines.length > MAX_SELECTORS) return { ok: false, message: `At most ${MAX_SELECTORS} selectors, one a line.` };
  const long = lines.find(({ length }) => length > LONGEST_SELECTOR);
  if (long) return { ok: false, message: `A selector has at most ${LONGEST_SELECTOR} characters.` };
  const wrong = lines.find((line) => !isSelector(line));
  if (wrong !== undefined) return { ok: false, message: `This is no CSS selector: ${wrong}` };
  return { ok: true, value: lines };
}

/** A path of the site, or nothing: all of them. */
export function readPath(text: string): Read<string> {
  const path = text.trim();
  if (!path || (/^\/[^?#]*$/.test(path) && path.length <= LONGEST_PATH)) return { ok: true, value: path };
  return { ok: false, message: 'A path begins with / and has no ? or #, such as /login.' };
}

/** What a rule is called. */
export function readName(text: string): Read<string> {
  const name = text.trim();
  return name.length > LONGEST_NAME
    ? { ok: false, message: `A name has at most ${LONGEST_NAME} characters.` }
    : { ok: true, value: name };
}
