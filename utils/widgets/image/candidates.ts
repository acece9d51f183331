import type { Look } from './look';
import { matches, plain, weigh } from './text';
import { CAPTCHA, PICTURE, PICTURE_NAMES, PICTURE_NEVER, PICTURE_SELDOM } from './words';

const PICTURES = 'img,svg,canvas,input[type=image]';
const EMPTY_BOXES = 'div,span,a,i,b,em,p,td,label,button';
/** Within these it is somebody else's widget (fact sheet of widgets, 1 to 5). */
const VENDORS = '.g-recaptcha,.h-captcha,.cf-turnstile,#rc-imageselect,[class*=geetest],[id*=funcaptcha]';

export interface Picture {
  element: Element;
  /** Layout left aside. */
  score: number;
  /** Reads as a captcha's by name. */
  named: boolean;
}

/** An element, and the address where it has that from a style sheet. */
export type Candidate = [element: Element, background: string | null];

/** Pictures within a box: elements that are one. */
export const picturesIn = (box: ParentNode): Candidate[] =>
  [...box.querySelectorAll(PICTURES)].map((element) => [element, null]);

/** Elements within a box that show nothing but a CSS background; asks for styles, so only of few. */
export const backgroundsIn = (box: ParentNode, look: Look, most = 30): Candidate[] =>
  [...box.querySelectorAll(EMPTY_BOXES)].slice(0, most).flatMap((element) => {
    if (element.firstElementChild || element.textContent?.trim()) return [];
    const address = look.background(element);
    return address ? [[element, address] as Candidate] : [];
  });

/** How much a picture looks like a captcha's, by markup alone; null where it is out of the question. */
export function judgePicture(element: Element, background: string | null): Picture | null {
  if (element.closest(VENDORS) || element.parentElement?.closest('svg')) return null;
  const address = background ?? element.getAttribute('src') ?? '';
  const of = (node: Element | null, ...names: string[]) =>
    names.map((name) => node?.getAttribute(name) ?? '').join(' ');
  const path = /^(?:data|blob):/i.test(address) ? '' : address;
  const own = plain(`${path} ${of(element, 'id', 'class', 'alt', 'title', 'name', 'aria-label', 'onclick')}`);
  const around = plain(of(element.parentElement, 'id', 'class', 'title'));
  const drawing = drawingOf(element);
  const named = weigh(PICTURE_NAMES, own) > 0 || drawing === SVG_CAPTCHA;
  let score = weigh(PICTURE, own) + Math.min(2, weigh(PICTURE, around)) + drawing;
  score += weigh([PICTURE_NEVER], own) * (matches(CAPTCHA, own) ? 0.5 : 1);
  score += weigh([PICTURE_SELDOM], own) * (named ? 0.5 : 1);
  return { element, score: score + sourceOf(address, path) + linkOf(element), named };
}

/** Made for this visitor, or a file for all of them? */
function sourceOf(address: string, path: string): number {
  if (!address) return 0;
  if (!path) return 2;
  const [file = '', query] = path.split(/[?#]/);
  if (query || /[\da-f]{24}/i.test(file)) return 2;
  return /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i.test(file) ? -1.5 : 2;
}

const SVG_CAPTCHA = 5;

function drawingOf(element: Element): number {
  if (element.localName === 'canvas') return 2;
  if (element.localName !== 'svg') return 0;
  // svg-captcha writes its viewBox with commas, and paths instead of text (fact sheet of widgets, 6.1).
  const paths = element.querySelectorAll('path').length;
  if (/,/.test(element.getAttribute('viewBox') ?? '') && paths > 2) return SVG_CAPTCHA;
  return paths > 3 && !element.querySelector('text,title,use') ? 0 : -4;
}

/** A click asks for another picture, or leads away. */
function linkOf(element: Element): number {
  const link = element.closest('a[href]');
  if (!link) return element.hasAttribute('onclick') ? 1.5 : 0;
  return /^(?:#|javascript:|$)/i.test(link.getAttribute('href') ?? '') ? 0.5 : -4;
}
