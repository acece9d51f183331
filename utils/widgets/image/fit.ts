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

/** Base64 without a prefix, as `body` of a task has it. */
export async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
