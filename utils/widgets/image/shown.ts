/** What an element shows at the moment, told apart from what it showed before. */
import { urlIn } from './look';

const loads = new WeakMap<Element, number>();

/** Pictures that are asked for again under the same address show another one once they have loaded. */
function loadsOf(picture: Element): number {
  const known = loads.get(picture);
  if (known !== undefined) return known;
  loads.set(picture, 0);
  picture.addEventListener('load', () => loads.set(picture, (loads.get(picture) ?? 0) + 1));
  return 0;
}

/** Fowler, Noll and Vo's hash, 32 bits, twice: to tell pictures apart, not to hide anything. */
export function digest(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return `${(one >>> 0).toString(16)}${(two >>> 0).toString(16)}`;
}

/** Changes with what the element shows. Cheap: it is asked at every look. */
export function shownBy(picture: Element): string {
  if (picture instanceof HTMLImageElement) return `${picture.currentSrc} ${loadsOf(picture)} ${isReady(picture)}`;
  if (picture instanceof HTMLInputElement) return `${picture.src} ${loadsOf(picture)}`;
  if (picture instanceof HTMLCanvasElement) return `${picture.width} ${digest(contentOf(picture))}`;
  if (picture instanceof SVGElement) return digest(picture.outerHTML);
  return getComputedStyle(picture).backgroundImage;
}

/** The address of what the browser draws by itself, with no word when it has come. */
function addressOf(picture: Element): string | null {
  if (picture instanceof HTMLInputElement) return picture.src;
  const isDrawn = picture instanceof HTMLImageElement || picture instanceof HTMLCanvasElement;
  return isDrawn || picture instanceof SVGElement ? null : urlIn(getComputedStyle(picture).backgroundImage);
}

const LONGEST_LOAD_MS = 10_000;

/** Resolves once a picture that tells nothing of its loading has come, or has taken too long. */
export function loaded(picture: Element): Promise<void> {
  const address = addressOf(picture);
  if (!address || /^(data|blob):/.test(address)) return Promise.resolve();
  const { href } = new URL(address, document.baseURI);
  return new Promise((resolve) => {
    const end = () => {
      watch.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const watch = new PerformanceObserver((list) => list.getEntriesByName(href).length && end());
    const timer = setTimeout(end, LONGEST_LOAD_MS);
    // Those of before are told, too.
    watch.observe({ type: 'resource', buffered: true });
  });
}

/** Empty where another site's picture was drawn on it: nobody may read it. */
function contentOf(canvas: HTMLCanvasElement): string {
  try {
    return canvas.toDataURL();
  } catch {
    return '';
  }
}

/** Whether nothing was drawn yet, by a look at a small copy: to ask the canvas itself could change what the page gets. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const [width, height] = [Math.min(canvas.width, 300), Math.min(canvas.height, 150)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(canvas, 0, 0, width, height);
  try {
    const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(4));
    return pixels.every((pixel) => pixel === pixels[0]);
  } catch {
    // Another site's picture is on it.
    return false;
  }
}

/** Whether there is something to be seen. */
export function isReady(picture: Element): boolean {
  if (picture instanceof HTMLImageElement) return picture.complete && picture.naturalWidth > 1;
  if (picture instanceof HTMLCanvasElement) return picture.width > 1 && picture.height > 1 && !isBlank(picture);
  return true;
}
