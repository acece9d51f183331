import { focused } from '../focused';
import { type Detected, detectPictures } from './detect';
import { isAnswerField } from './fields';
import { realLook } from './look';
import { ruledPairs } from './ruled';
import type { Pair } from './rules';

/** Pairs that the person has put together in this document: field -> picture. */
const chosen = new Map<HTMLInputElement, Element>();

/** From now on this picture belongs to this field, whatever the detector says. */
export function choose(picture: Element, field: HTMLInputElement): void {
  for (const [other, shown] of chosen) if (shown === picture) chosen.delete(other);
  chosen.set(field, picture);
}

/** The pairs of a document and its shadow roots: the person's own, those of the site's rules, and what is detected besides. */
export function pairsIn(roots: readonly ParentNode[]): Detected[] {
  const taken = new Set<Element>();
  const known = [...chosenPairs(), ...ruledPairs()].flatMap(({ picture, field }): Detected[] => {
    if (taken.has(picture) || taken.has(field)) return [];
    taken.add(picture).add(field);
    return [{ picture, field, score: Number.MAX_VALUE, certain: true }];
  });
  return [
    ...known,
    ...roots
      .flatMap((root) => detectPictures(root, realLook))
      .filter(({ picture, field }) => !taken.has(picture) && !taken.has(field)),
  ];
}

const chosenPairs = (): Pair[] =>
  [...chosen].flatMap(([field, picture]) => (field.isConnected && picture.isConnected ? [{ picture, field }] : []));

/** The picture with this address that the person has just pointed at, or else one that is seen. */
export function pictureWith(address: string): Element | null {
  const same = [...document.querySelectorAll<HTMLImageElement | HTMLInputElement>('img,input[type=image]')].filter(
    (element) => (element instanceof HTMLImageElement ? element.currentSrc : element.src) === address,
  );
  return same.find((element) => element.matches(':hover')) ?? same.find((element) => realLook.visible(element)) ?? null;
}

/** The field that the person is in, where an answer can be typed. */
export function focusedField(): HTMLInputElement | null {
  const element = focused();
  return element && isAnswerField(element) ? element : null;
}

/** The field that the person goes to next, or null: Esc, or another wish. */
export function nextField(signal: AbortSignal): Promise<HTMLInputElement | null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
    const listening = { signal, capture: true };
    addEventListener(
      'focusin',
      (event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && target instanceof Element && isAnswerField(target)) resolve(target);
      },
      listening,
    );
    addEventListener('keydown', ({ key, isTrusted }) => isTrusted && key === 'Escape' && resolve(null), listening);
  });
}
