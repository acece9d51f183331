import { backgroundsIn, picturesIn } from '../../widgets/image/candidates';
import { isAnswerField } from '../../widgets/image/fields';
import { realLook } from '../../widgets/image/look';
import { labelOf } from '../../widgets/image/nearby';

/** What is picked: first the picture, then the field. */
export type Step = 'picture' | 'field';

const PICTURES = 'img,svg,canvas,input[type=image]';
/** Smaller ones are icons, not worth a stop on the way. */
const LEAST = { width: 24, height: 12 };

/** Elements whose styles are asked for: at a press of a key, and no page has to pay for it otherwise. */
const MOST_BOXES = 2_000;

const isLarge = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST.width && height >= LEAST.height;
};

/** The picture that an element is or belongs to. */
function pictureOf(element: Element): Element | null {
  // The outermost: drawings hold drawings.
  for (let svg = element.closest('svg'); svg; svg = svg.parentElement?.closest('svg') ?? null)
    if (!svg.parentElement?.closest('svg')) return svg;
  if (element.matches(PICTURES)) return element;
  return !element.firstElementChild && realLook.background(element) ? element : null;
}

function fieldOf(element: Element): HTMLInputElement | null {
  const control = element.closest('label')?.control;
  return [element, control].find((each) => each && isAnswerField(each)) as HTMLInputElement | null;
}

/** Everything under a point of the view, from the top, in open shadow roots too. */
function under(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root
    .elementsFromPoint(x, y)
    .filter((element) => element.getRootNode() === root)
    .flatMap((element) => (element.shadowRoot ? [...under(element.shadowRoot, x, y), element] : [element]));
}

/** What can be picked at a point of the view, or null. */
export function pickableAt(step: Step, x: number, y: number): Element | null {
  for (const element of under(document, x, y)) {
    const found = step === 'picture' ? pictureOf(element) : fieldOf(element);
    if (found) return found;
  }
  return null;
}

function openRoots(root: ParentNode): ParentNode[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root, ...inner.flatMap(openRoots)];
}

/** Whether `other` comes after `one` in the document. */
export const follows = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Everything that can be picked and is seen, in the order of the document. */
export function pickables(step: Step): Element[] {
  const found = openRoots(document).flatMap((root): Element[] => {
    if (step === 'field') return [...root.querySelectorAll('input')].filter(isAnswerField);
    const found = [...picturesIn(root), ...backgroundsIn(root, realLook, MOST_BOXES)];
    return found.flatMap(([element]) => pictureOf(element) ?? []);
  });
  return [...new Set(found)]
    .filter((element) => isLarge(element) && realLook.visible(element))
    .sort((a, b) => (follows(a, b) ? -1 : 1));
}

/** What a person who does not see it hears of it. */
export function nameOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  const texts = isAnswerField(element)
    ? [labelOf(element), element.name, 'without a label']
    : [...['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name)), sizeWords(width, height)];
  return (texts.find(Boolean) ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
}

const sizeWords = (width: number, height: number): string => `${Math.round(width)} by ${Math.round(height)} pixels`;
