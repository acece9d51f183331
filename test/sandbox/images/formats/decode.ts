import type { Raster } from '../raster.ts';
import { decodeGif } from './gif-decode.ts';
import { decodeJpeg } from './jpeg.ts';
import { decodePng } from './png.ts';

export type Format = 'png' | 'gif' | 'jpeg' | 'webp' | 'svg' | 'unknown';

const MARKS: readonly [Format, RegExp][] = [
  ['png', /^\x89PNG\r\n/],
  ['gif', /^GIF8[79]a/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['svg', /^\s*<(?:svg|\?xml)/],
];

const DECODERS: Partial<Record<Format, (bytes: Buffer) => Raster>> = {
  png: decodePng,
  gif: decodeGif,
  jpeg: decodeJpeg,
};

/** What a file says it is. */
export const formatOf = (bytes: Buffer): Format => {
  const head = bytes.subarray(0, 64).toString('latin1');
  return MARKS.find(([, mark]) => mark.test(head))?.[0] ?? 'unknown';
};

/** A picture's pixels; null for a broken one, and for a format that the services' readers do not take. */
export const decode = (bytes: Buffer): Raster | null => {
  try {
    return DECODERS[formatOf(bytes)]?.(bytes) ?? null;
  } catch {
    // Bytes that only begin like a picture.
    return null;
  }
};
