/** Draws pictures as they are decoded: nothing is ever fetched again (design section 7). */

/** The longest side that every service takes (fact sheet of services, 2.5). */
const LONGEST = 600;

interface Source {
  image: CanvasImageSource;
  width: number;
  height: number;
}

/** The picture on what shows through it, or null: another site's, which no script may read. */
export async function drawPicture(picture: Element): Promise<OffscreenCanvas | null> {
  const source = await sourceOf(picture);
  if (!source) return null;
  const scale = Math.min(1, LONGEST / Math.max(source.width, source.height));
  const canvas = new OffscreenCanvas(Math.round(source.width * scale), Math.round(source.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = backdropOf(picture);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source.image, 0, 0, canvas.width, canvas.height);
  try {
    context.getImageData(0, 0, 1, 1);
    return canvas;
  } catch {
    return null;
  }
}

async function sourceOf(picture: Element): Promise<Source | null> {
  if (picture instanceof HTMLImageElement) {
    // Its own size is told in the page's pixels; a picture for dense screens has more.
    const density = picture.srcset || picture.closest('picture') ? Math.max(1, devicePixelRatio) : 1;
    return { image: picture, width: picture.naturalWidth * density, height: picture.naturalHeight * density };
  }
  if (picture instanceof HTMLCanvasElement) return { image: picture, width: picture.width, height: picture.height };
  return picture instanceof SVGSVGElement ? svgSource(picture) : null;
}

async function svgSource(svg: SVGSVGElement): Promise<Source | null> {
  const { width, height } = svg.getBoundingClientRect();
  if (!width || !height) return null;
  const density = Math.max(1, devicePixelRatio);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width * density));
  copy.setAttribute('height', String(height * density));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  try {
    await image.decode();
  } catch {
    // The page's policy forbids it, or the markup is none that stands alone.
    return null;
  }
  return { image, width: width * density, height: height * density };
}

/** What shows through a picture: the nearest colour beneath it, white at last. */
function backdropOf(picture: Element): string {
  for (let box: Element | null = picture; box; box = box.parentElement) {
    const colour = getComputedStyle(box).backgroundColor;
    if (colour && !/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
  }
  return 'white';
}
