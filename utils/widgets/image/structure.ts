import { marksOf } from './marks';

export const queried = (root: ParentNode, selector: string): Element[] => {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    // Written by hand, or from a file: one that is no selector finds nothing.
    return [];
  }
};

export const matching = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
};

const LEVELS = 12;

/** The nearest element around this one that has a name of its own, and is the only one with it. */
function anchorOf(element: Element, root: ParentNode): { box: Element; selector: string } | null {
  for (let box = element.parentElement; box && box.localName !== 'body'; box = box.parentElement) {
    for (const name of marksOf(box).names) {
      const selector = `${box.localName}${name}`;
      if (queried(root, selector).length === 1) return { box, selector };
    }
  }
  return null;
}

function step(element: Element): string {
  const { localName, parentNode } = element;
  const alike = [...(parentNode?.children ?? [])].filter((other) => other.localName === localName);
  if (alike.length < 2) return localName;
  // Counted from both ends: where something was put in between, this finds nothing rather than the next one.
  const at = alike.indexOf(element);
  return `${localName}:nth-of-type(${at + 1}):nth-last-of-type(${alike.length - at})`;
}

/**
 * Selectors by place, from the nearest box with a name: first what bears things being put in between (`#login img`),
 * then the exact way. `tail`: what is known of the element itself, or its tag.
 */
export function placesOf(element: Element, root: ParentNode, tail: string): string[] {
  const anchor = anchorOf(element, root);
  const way: string[] = [];
  let box: Element | null = element;
  for (let level = 0; box && box !== anchor?.box && level < LEVELS; level++, box = box.parentElement)
    if (box.localName !== 'body' && box.localName !== 'html') way.unshift(step(box));
  const start = anchor?.selector ?? (root.nodeType === 9 ? 'body' : null);
  const exact = [start, ...way].filter(Boolean).join(' > ');
  return [...(anchor ? [`${anchor.selector} ${tail}`] : []), exact];
}
