import type { Look } from '../../utils/widgets/image/look.ts';
import { urlIn } from '../../utils/widgets/image/look.ts';
import type { Sizes } from './page.ts';

const number = (text: string | null | undefined): number => Number.parseFloat(text ?? '') || 0;

/** Layout as far as markup and style sheets tell it, for documents that are not drawn. */
export const markupLook = (sizes: Sizes): Look => ({
  size(element) {
    const natural = sizes[element.getAttribute('src') ?? ''];
    const style = getComputedStyle(element);
    const width = number(element.getAttribute('width')) || natural?.[0] || number(style.width);
    const height = number(element.getAttribute('height')) || natural?.[1] || number(style.height);
    return width && height ? { width, height } : null;
  },
  visible(element) {
    for (let node: Element | null = element; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (node.hasAttribute('hidden') || style.display === 'none' || style.visibility === 'hidden') return false;
      if (number(style.left) < -999) return false;
    }
    return true;
  },
  box: () => null,
  background: (element) => urlIn(getComputedStyle(element).backgroundImage || getComputedStyle(element).background),
});
