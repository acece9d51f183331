import { type ImagePage, SITE_HOST, SLOTS } from '../images/page.ts';
import { CROPS } from './image-crops.ts';
import { LABELS } from './image-labels.ts';
import { LIBRARIES } from './image-libraries.ts';
import { SCRIPTED } from './image-scripted.ts';
import { SOURCES } from './image-sources.ts';
import { UNNOTICED } from './image-unnoticed.ts';

/** The pages by name. */
export const IMAGE_PAGES: Readonly<Record<string, ImagePage>> = {
  ...SOURCES,
  ...LABELS,
  ...UNNOTICED,
  ...SCRIPTED,
  ...LIBRARIES,
  ...CROPS,
};

/**
 * What can be had of a picture without asking for it again: its pixels by drawing the element, or only a cut from the
 * screen. `cut`: no script may draw it, or there is no element to draw.
 */
export type Reach = 'draw' | 'cut';

export interface ImageEntry {
  name: string;
  url: string;
  /** The element that shows the picture of each slot, by selector, and the field for its answer. */
  captchas: { slot: string; picture: string; field: string }[];
  reach: Reach;
  /** What a person does before there is a picture. */
  first?: 'open' | 'focus' | 'scroll';
}

const PICTURES: Record<string, string> = {
  kaptcha: '#codeImg',
  django: 'img.captcha',
  mediawiki: '.fancycaptcha-image',
  securimage: '#captcha_image',
  cf7: '.wpcf7-captchac',
};

const FIRST: Record<string, ImageEntry['first']> = { spa: 'open', 'on-focus': 'focus', lazy: 'scroll' };
const CUT = new Set([
  'cross-origin',
  'background',
  'input-image',
  'object',
  'covered',
  'canvas-tainted',
  'unnoticed-elsewhere',
  'unnoticed-background',
  'unnoticed-button',
]);

const pictureOf = (name: string, slot: string): string =>
  PICTURES[name] ?? (slot === 'a' ? '#picture' : '#picture-two');

/** The pages as a test goes through them. */
export const IMAGE_ENTRIES: readonly ImageEntry[] = Object.entries(IMAGE_PAGES).map(([name, { slots = SLOTS }]) => {
  const first = FIRST[name];
  return {
    name,
    url: `https://${SITE_HOST}/${name}`,
    captchas: slots.map(({ name: slot, field }) => ({ slot, field, picture: pictureOf(name, slot) })),
    reach: CUT.has(name) || name.startsWith('crop-') ? 'cut' : 'draw',
    ...(first && { first }),
  };
});
