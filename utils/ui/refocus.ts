import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a list whose entries have a button that removes them. Called with what is drawn: the list's remove buttons, in
 * order, and what takes the focus when none is left. Returns a function to be called before the entry at a place goes:
 * once it has gone, the focus, which went with it, is at the button that took its place.
 */
export function useRefocus(
  removeButtons: () => HTMLElement[],
  otherwise: () => HTMLElement | null | undefined,
): (place: number) => void {
  const removing = useRef<{ place: number; left: number } | null>(null);
  // Not an effect after painting, which may come after the next press; not before the entry has gone, as the list may be
  // drawn once more first.
  useLayoutEffect(() => {
    if (!removing.current) return;
    const buttons = removeButtons();
    const { place, left } = removing.current;
    if (buttons.length > left) return;
    (buttons[Math.min(place, buttons.length - 1)] ?? otherwise())?.focus();
    removing.current = null;
  });
  return (place) => {
    removing.current = { place, left: removeButtons().length - 1 };
  };
}
