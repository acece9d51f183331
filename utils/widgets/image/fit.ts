/** What every service takes (fact sheet of services, 2.5): the smallest of the documented limits. */
const MOST_BYTES = 50_000;
const QUALITIES = [0.92, 0.8, 0.65];
const SHRINK = 0.75;
const SHRINKS = 6;

/** The picture as a file that every service takes: PNG; JPEG where that is too large; smaller where that is, too. */
export async function fitted(canvas: OffscreenCanvas): Promise<Blob> {
  let current = canvas;
  for (let round = 0; ; round++) {
    const file = await asFile(current);
    if (file.size <= MOST_BYTES || round === SHRINKS) return file;
    current = shrunk(current);
  }
}

async function asFile(canvas: OffscreenCanvas): Promise<Blob> {
  let file = await canvas.convertToBlob({ type: 'image/png' });
  for (const quality of QUALITIES)
    if (file.size > MOST_BYTES) file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return file;
}

function shrunk(canvas: OffscreenCanvas): OffscreenCanvas {
  const smaller = new OffscreenCanvas(Math.ceil(canvas.width * SHRINK), Math.ceil(canvas.height * SHRINK));
  smaller.getContext('2d')?.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return smaller;
}

/**
 * Base64 without a prefix, as `body` of a task has it. By the browser, not from the bytes: in Firefox those belong to the
 * page's world, and a content script that takes a part of them is refused ("Permission denied").
 */
export function base64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
