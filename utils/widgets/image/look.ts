/** How the detector asks for layout: real in the agent, read from attributes in unit tests. Asked only where it may matter. */
export interface Look {
  /** As drawn, in CSS pixels; null while it is not known. */
  size(element: Element): { width: number; height: number } | null;
  visible(element: Element): boolean;
  box(element: Element): Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> | null;
  /** Address of the CSS background picture. */
  background(element: Element): string | null;
}

/** The page's real layout. */
export const realLook: Look = {
  size(element) {
    const { width, height } = element.getBoundingClientRect();
    return width && height && isLoaded(element) ? { width, height } : null;
  },
  visible(element) {
    const { width, right, bottom } = element.getBoundingClientRect();
    const seen = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    // A field that is pushed out of the page is a trap for programs.
    const reachable = right + scrollX > 0 && bottom + scrollY > 0;
    return width > 0 && reachable && element.checkVisibility(seen);
  },
  box: (element) => element.getBoundingClientRect(),
  background: (element) => urlIn(getComputedStyle(element).backgroundImage),
};

/** The address in the value of a CSS property. */
export const urlIn = (value: string): string | null => /url\(["']?([^"')]+)/.exec(value)?.[1] ?? null;

/** A picture that still loads has the size of its placeholder. */
const isLoaded = (element: Element): boolean =>
  !(element instanceof HTMLImageElement) || (element.complete && element.naturalWidth > 0);
