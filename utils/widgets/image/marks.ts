import { urlIn } from './look';
import { isStable, isStableClass, isStableText, stablePath } from './stable';

/** What an element can be known again by, as selectors without its tag. */
export interface Marks {
  /** Given by the site to this element: ids and names. */
  names: string[];
  /** What it says, is like, or where its picture comes from. */
  traits: string[];
}

const NAMES = ['name', 'data-testid', 'data-test', 'data-qa'];
const TEXTS = ['alt', 'placeholder', 'aria-label', 'title', 'autocomplete', 'role'];
const MOST_CLASSES = 3;

/** In quotes, as CSS reads them. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const isPlain = (text: string): boolean => /^[a-z][\w-]*$/i.test(text);

export const idSelector = (id: string): string => (isPlain(id) ? `#${id}` : `[id=${quoted(id)}]`);

/** What of an element a person or a site has written, and no machine. */
export function marksOf(element: Element): Marks {
  const of = (name: string) => element.getAttribute(name) ?? '';
  const names = isStable(element.id) ? [idSelector(element.id)] : [];
  for (const name of NAMES) if (isStable(of(name))) names.push(`[${name}=${quoted(of(name))}]`);
  const traits = TEXTS.filter((name) => isStableText(of(name)) && !/^o(?:n|ff)$/.test(of(name))).map(
    (name) => `[${name}=${quoted(of(name))}]`,
  );
  const source = stablePath(of('src'));
  if (source) traits.push(`[src*=${quoted(source)}]`);
  const background = stablePath(urlIn(of('style')) ?? '');
  if (background) traits.push(`[style*=${quoted(background)}]`);
  const classes = [...element.classList].filter((name) => isPlain(name) && isStableClass(name)).slice(0, MOST_CLASSES);
  if (classes.length) traits.push(classes.map((name) => `.${name}`).join(''));
  return { names, traits };
}
