/**
 * Tells whether an element is in view or within one screen of it (design section 4.2). It is observed from the first
 * question on, and `changed` called when the answer may be another.
 */
export function watchNear(changed: () => void, signal: AbortSignal): (element: Element) => boolean {
  const near = new WeakSet<Element>();
  const observed = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      changed();
    },
    { rootMargin: '100%' },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return (element) => {
    if (!observed.has(element)) {
      observed.add(element);
      observer.observe(element);
    }
    return near.has(element) || isNear(element);
  };
}

/** What the observer will say a frame later. A frame within a page cannot know by itself. */
function isNear(element: Element): boolean {
  if (window !== window.top) return false;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight && right > -innerWidth && left < 2 * innerWidth;
}
