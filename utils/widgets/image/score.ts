import type { Picture } from './candidates';
import type { Field } from './fields';
import type { Look } from './look';
import { matches, plain, weigh } from './text';
import { CAPTCHA, REFRESH } from './words';

/** What a pair must come to. Each half has to look like one by itself: a logo beside a captcha's field is still a logo. */
export const SCORES = {
  certain: { all: 11, picture: 3, field: 2.5 },
  offer: { all: 8, picture: 2, field: 2 },
} as const;

/** The most that layout can add: below that it is not even asked for. */
export const LAYOUT_MOST = 3;

/** Where the two stand in the document. */
export interface Place {
  /** Levels from the field up to what holds both. */
  level: number;
  box: ParentNode;
  /** Fields that stand between them. */
  between: number;
}

/** What ties a picture to a field, by markup alone. */
export function judgeTie(picture: Element, field: HTMLInputElement, { level, box, between }: Place): number {
  const form = picture.closest('form');
  if (form && form !== field.form) return Number.NEGATIVE_INFINITY;
  let score = 2 - 2.5 * between;
  if (level <= 2) score += 1;
  else if (level > 5) score -= 0.5;
  if (form) score += 1;
  else if (field.form) score -= 1;
  return score + refreshIn(box) + tokenIn(field.form ?? box);
}

function refreshIn(box: ParentNode): number {
  const links = [...box.querySelectorAll('a,button,small,[onclick],input[type=submit],input[type=button]')].slice(
    0,
    12,
  );
  const said = links.map((link) => {
    const attributes = ['title', 'class', 'id', 'value'].map((name) => link.getAttribute(name) ?? '');
    return `${link.textContent?.slice(0, 40)} ${attributes.join(' ')}`;
  });
  return weigh(REFRESH, plain(said.join(' ')));
}

/** Hidden sibling of the field that says which captcha it is. */
function tokenIn(box: ParentNode): number {
  const tokens = [...box.querySelectorAll<HTMLInputElement>('input[type=hidden]')].slice(0, 12);
  return tokens.some(({ name, id }) => matches(CAPTCHA, plain(`${name} ${id}`))) ? 1 : 0;
}

/** What only layout tells: sizes (fact sheet of widgets, 6.3) and how far apart the two are. */
export function judgeLayout(picture: Element, field: Element, look: Look): number {
  if (!look.visible(field) || !look.visible(picture)) return Number.NEGATIVE_INFINITY;
  const size = look.size(picture);
  return (size ? judgeSize(size) : 0) + judgeGap(look.box(picture), look.box(field));
}

export function judgeSize({ width, height }: { width: number; height: number }): number {
  const aspect = width / height;
  const fits = width >= 50 && width <= 420 && height >= 16 && height <= 152 && aspect >= 1.3 && aspect <= 8;
  if (!fits) return -8;
  return aspect >= 1.9 && aspect <= 5.5 && width <= 300 ? 2.5 : 1;
}

type Box = ReturnType<Look['box']>;

function judgeGap(one: Box, other: Box): number {
  if (!one || !other) return 0;
  const x = Math.max(0, one.left - other.right, other.left - one.right);
  const y = Math.max(0, one.top - other.bottom, other.top - one.bottom);
  const gap = Math.hypot(x, y);
  if (gap <= 60) return 0.5;
  if (gap <= 250) return 0;
  return gap <= 500 ? -1.5 : -4;
}

/** How sure a pair is; null where it is not worth a word. */
export function standingOf(picture: Picture, field: Field, sum: number, layout: number): 'certain' | 'offer' | null {
  // A picture that is named as a captcha's needs no more of its field than that it has no other purpose.
  const plainly = picture.named && picture.score >= 5;
  // And a field that can only be a captcha's needs no more of its picture than size and place.
  const surely = field.told && field.score >= 8 && layout >= LAYOUT_MOST;
  const reaches = ({ all, picture: least, field: need }: (typeof SCORES)['certain' | 'offer']) =>
    sum >= all && picture.score + layout >= (surely ? 1 : least) && field.score >= (plainly ? 0 : need);
  if ((picture.named || field.told) && reaches(SCORES.certain)) return 'certain';
  return reaches(SCORES.offer) ? 'offer' : null;
}
