/** Whether an element is laid out and can be seen: frames that vendors keep at no height are not. */
export const isDrawn = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().height > 1;
