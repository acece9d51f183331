import { backgroundsIn, type Candidate, judgePicture, type Picture, picturesIn } from './candidates';
import { type Field, isAnswerField, judgeField, typedIn } from './fields';
import type { Look } from './look';
import { judgeLayout, judgeTie, LAYOUT_MOST, type Place, SCORES, standingOf } from './score';

/** An image captcha: what shows the text and where it is to be typed. */
export interface Detected {
  picture: Element;
  field: HTMLInputElement;
  score: number;
  /** Sure enough to act by itself; else it is only offered. */
  certain: boolean;
}

const LEVELS = 9;
const MOST_FIELDS = 30;
const MOST_PICTURES = 60;
const BACKGROUND_LEVELS = 3;

/**
 * Image captchas below a root, in the order of the document. Fields first, as they are few; then pictures near each. No
 * word decides alone (fact sheet of widgets, 6.3): picture, field and what ties them are each scored, and the best pairs
 * win. Layout is asked for only where the markup comes close.
 */
export function detectPictures(root: ParentNode, look: Look): Detected[] {
  const order = typedIn(root);
  const fields = order
    .filter(isAnswerField)
    .map(judgeField)
    .filter((field) => field !== null && field.score > -4)
    .sort((a, b) => (b as Field).score - (a as Field).score)
    .slice(0, MOST_FIELDS) as Field[];
  if (!fields.length) return [];
  const search: Search = { look, order, judged: new Map(), within: new Map() };
  return best(fields.flatMap((field) => pairsOf(field, search)));
}

interface Search {
  look: Look;
  /** Fields in the order of the document. */
  order: Element[];
  judged: Map<Element, Picture | null>;
  /** Fields share most of what is above them, and that is large. */
  within: Map<ParentNode, Candidate[]>;
}

/** Goes up from a field, and pairs it with what pictures come into sight. */
function pairsOf(field: Field, search: Search): Detected[] {
  const seen = new Set<Element>();
  const found: (Detected | null)[] = [];
  let box = field.element.parentNode as ParentNode | null;
  for (let level = 1; box?.querySelectorAll && level <= LEVELS; level++, box = box.parentNode as ParentNode | null) {
    const known = search.within.get(box) ?? picturesIn(box);
    search.within.set(box, known);
    if (known.length > MOST_PICTURES) break;
    const pictures = [...known];
    if (field.score >= 2 && level <= BACKGROUND_LEVELS) pictures.push(...backgroundsIn(box, search.look));
    for (const [element, address] of pictures) {
      if (seen.has(element)) continue;
      seen.add(element);
      found.push(pairOf(judgeOnce(element, address, search.judged), field, { level, box }, search));
    }
  }
  return found.filter((pair) => pair !== null);
}

function judgeOnce(element: Element, address: string | null, judged: Search['judged']): Picture | null {
  const known = judged.get(element);
  if (known !== undefined) return known;
  const picture = judgePicture(element, address);
  judged.set(element, picture);
  return picture;
}

function pairOf(picture: Picture | null, field: Field, at: Omit<Place, 'between'>, search: Search): Detected | null {
  if (!picture) return null;
  const { element } = picture;
  const between = fieldsBetween(element, field.element, search.order);
  const markup = picture.score + field.score + judgeTie(element, field.element, { ...at, between });
  if (markup < SCORES.offer.all - LAYOUT_MOST) return null;
  const layout = judgeLayout(element, field.element, search.look);
  const score = markup + layout;
  const standing = standingOf(picture, field, score, layout);
  return standing && { picture: element, field: field.element, score, certain: standing === 'certain' };
}

const follows = (one: Node, other: Node): boolean =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function fieldsBetween(picture: Element, field: Element, order: Element[]): number {
  const at = order.indexOf(field);
  const step = follows(picture, field) ? 1 : -1;
  let between = 0;
  for (let next = at + step; between < 3; next += step, between++) {
    const other = order[next];
    if (!other || follows(other, picture) === step > 0) break;
  }
  return between;
}

/** One picture ties to one field: the best pair takes both. */
function best(pairs: Detected[]): Detected[] {
  const taken = new Set<Element>();
  return pairs
    .sort((a, b) => b.score - a.score)
    .filter(({ picture, field }) => {
      if (taken.has(picture) || taken.has(field)) return false;
      taken.add(picture).add(field);
      return true;
    })
    .sort((a, b) => (follows(a.picture, b.picture) ? 1 : -1));
}
