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
    const svg = element.querySelector('svg');
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
