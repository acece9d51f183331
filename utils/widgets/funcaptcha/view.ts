import { isDrawn } from '../drawn';

/**
 * The vendor's frame of a key: its session's id follows the key in the hash (fact sheet of widgets, 4.1). Where a page
 * has brought the script in twice (a component that was mounted anew) there are two, and one is seen.
 */
export function enforcementFrame(root: ParentNode, key: string): HTMLIFrameElement | null {
  const frames = [
    ...root.querySelectorAll<HTMLIFrameElement>(`iframe[src*="/enforcement."][src*="#${CSS.escape(key)}"]`),
  ];
  return frames.find(isDrawn) ?? frames[0] ?? null;
}

const safely = (selector: string | undefined): Element | null => {
  try {
    return selector ? document.querySelector(selector) : null;
  } catch {
    return null;
  }
};

export { safely as elementBy };

/** Takes a challenge out of sight; what it returns brings it back, as the vendor's own styles would have it. */
export function hideChallenge(key: string, selector: string | undefined): () => void {
  const place = safely(selector) ?? document.body;
  let box: HTMLElement | null = enforcementFrame(document, key);
  while (box?.parentElement && box.parentElement !== place && box.parentElement !== document.body)
    box = box.parentElement;
  if (!box) return () => {};
  const { style } = box;
  const [value, priority] = [style.getPropertyValue('display'), style.getPropertyPriority('display')];
  style.setProperty('display', 'none', 'important');
  return () => style.setProperty('display', value, priority);
}
