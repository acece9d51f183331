import type { Find } from '../find';

/**
 * Where an image captcha may be: asked in every frame, so short and quick rather than exact. It matches names of
 * captchas, and pictures in forms that are no static files; the detector has the last word. Pictures outside of forms
 * that no attribute gives away are not noticed (fact sheet of widgets, 6.2).
 */
export const find: Find = {
  selector:
    '[src*=aptcha i],[id*=aptcha i],[class*=aptcha i],[name*=aptcha i],[name*=code i],[name=phrase],[viewBox*=","],form img:not([src*=".jp"],[src*=".png"],[src*=".svg"])',
  address: 'aptcha',
};
