import { detectPictures } from '../../utils/widgets/image/detect.ts';
import { markupLook } from './look.ts';
import type { Page } from './page.ts';
import type { Said } from './verdict.ts';

/** Puts a page's markup into this document; its scripts do not run, and its frames stay away. */
function open({ html, lang = /lang="([^"]*)"/.exec(html)?.[1] ?? '' }: Page & { lang?: string }): void {
  document.documentElement.innerHTML = html.replace(/^.*?<html[^>]*>|<\/html>$/g, '').replaceAll('iframe', 'object');
  document.documentElement.lang = lang;
}

/** What the detector says of a page, by its markup alone. */
export function detectIn(page: Page): Said[] {
  open(page);
  const answers = page.answer.map(({ picture, field }) => [one(picture), one(field)] as const);
  return detectPictures(document, markupLook(page.sizes)).map(({ picture, field, certain }) => ({
    certain,
    answer: answers.findIndex(([rightPicture, rightField]) => picture === rightPicture && field === rightField),
  }));
}

function one(selector: string): Element {
  const [element, another] = document.querySelectorAll(selector);
  if (!element || another) throw new Error(`${selector} does not name one element.`);
  return element;
}
