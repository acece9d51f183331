/** What a page's own script can have of an element that shows a picture. */
export type Drawn = { url: string; width: number; height: number } | { refused: string };

/** For `evaluate`: stands alone, for its text is what travels into the page. Draws on white, at the picture's own size. */
export const drawElement = async (element: Element): Promise<Drawn> => {
  type Source = HTMLImageElement | HTMLCanvasElement;
  const load = async (url: string): Promise<HTMLImageElement> => {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  };
  const sourceOf = async (): Promise<Source | undefined> => {
    if (element instanceof HTMLImageElement || element instanceof HTMLCanvasElement) return element;
    const svg = element instanceof SVGElement ? element : element.querySelector('svg');
    if (svg === null) return undefined;
    const text = new XMLSerializer().serializeToString(svg);
    return load(`data:image/svg+xml,${encodeURIComponent(text)}`);
  };
  const source = await sourceOf();
  if (source === undefined) return { refused: 'nothing to draw' };
  const isImage = source instanceof HTMLImageElement;
  const canvas = document.createElement('canvas');
  canvas.width = isImage ? source.naturalWidth : source.width;
  canvas.height = isImage ? source.naturalHeight : source.height;
  const context = canvas.getContext('2d');
  if (context === null) return { refused: 'no context' };
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return { url: canvas.toDataURL('image/png'), width: canvas.width, height: canvas.height };
  } catch (error) {
    // Tainted: it has pixels of another host.
    return { refused: (error as Error).name };
  }
};

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For `evaluate`: where on the screen a picture's own pixels are, whole pixels of the window. Knows `contain` alone. */
export const paintedBox = (element: Element): Box => {
  const outer = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const edge = (side: string): number =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    Number.parseFloat(style.getPropertyValue(`padding-${side}`));
  let [left, top] = [outer.left + edge('left'), outer.top + edge('top')];
  let [right, bottom] = [outer.right - edge('right'), outer.bottom - edge('bottom')];
  if (style.objectFit === 'contain' && element instanceof HTMLImageElement) {
    const scale = Math.min((right - left) / element.naturalWidth, (bottom - top) / element.naturalHeight);
    const [across, down] = [right - left - element.naturalWidth * scale, bottom - top - element.naturalHeight * scale];
    [left, right, top, bottom] = [left + across / 2, right - across / 2, top + down / 2, bottom - down / 2];
  }
  const [x, y] = [Math.round(left), Math.round(top)];
  return { x, y, width: Math.round(right) - x, height: Math.round(bottom) - y };
};

/** For `evaluate`: whether an element of the kind that can be drawn has its picture. */
export const isPainted = (element: Element): boolean => {
  if (element instanceof HTMLImageElement) return element.complete && element.naturalWidth > 0;
  if (element instanceof HTMLCanvasElement || element instanceof SVGElement) return true;
  return element.querySelector('svg') !== null;
};
