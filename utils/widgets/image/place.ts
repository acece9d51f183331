/** Where a picture is in the view, without its border and padding: what is cut out of the tab. */
export function contentBox(picture: Element): DOMRect {
  const box = picture.getBoundingClientRect();
  const style = getComputedStyle(picture);
  const of = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    Number.parseFloat(style.getPropertyValue(`padding-${side}`));
  const isReplaced = /^(img|input|canvas|svg|object)$/.test(picture.localName);
  // A background is drawn under the padding, too.
  const [left, right, top, bottom] = isReplaced ? [of('left'), of('right'), of('top'), of('bottom')] : [0, 0, 0, 0];
  const inner = new DOMRect(box.left + left, box.top + top, box.width - left - right, box.height - top - bottom);
  return picture instanceof HTMLImageElement && style.objectFit === 'contain' ? fittedIn(picture, inner) : inner;
}

/** What of its box a picture fills that is fitted in, in the middle. */
function fittedIn({ naturalWidth, naturalHeight }: HTMLImageElement, { left, top, width, height }: DOMRect): DOMRect {
  const scale = Math.min(width / naturalWidth, height / naturalHeight);
  const [across, down] = [naturalWidth * scale, naturalHeight * scale];
  return new DOMRect(left + (width - across) / 2, top + (height - down) / 2, across, down);
}

const inside = ({ left, top, right, bottom }: DOMRect): boolean =>
  left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight;

/** Whether something else lies over it, as far as some points of it tell. */
function isCovered(picture: Element, { left, top, right, bottom }: DOMRect): boolean {
  const steps = [0.06, 0.28, 0.5, 0.72, 0.94];
  const points = steps.flatMap((x) => steps.map((y) => [left + x * (right - left), top + y * (bottom - top)] as const));
  return points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && there !== picture && !picture.contains(there) && !there.contains(picture);
  });
}

/** What is wrong with cutting a picture out of what the tab shows, or null. */
export function cutTrouble(picture: Element): string | null {
  const box = contentBox(picture);
  if (window !== window.top) return 'This picture is in a frame, where Solvent can not read it.';
  if ((visualViewport?.scale ?? 1) !== 1) return 'This picture cannot be read while the page is pinched larger.';
  if (isCovered(picture, box)) return 'Something lies over this picture.';
  return null;
}

/** Resolves once all of it is in the view. A picture that is never scrolled to waits for ever, and costs nothing. */
export function inWholeView(picture: Element): Promise<void> {
  return new Promise((resolve) => {
    const watch = new IntersectionObserver(
      () => {
        if (!inside(contentBox(picture))) return;
        watch.disconnect();
        resolve();
      },
      { threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.98, 1] },
    );
    watch.observe(picture);
  });
}

/** Resolves when what was changed on the page is painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
