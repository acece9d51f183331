import type { Answer } from '../server/exchange.ts';
import { drawSvg } from './draw.ts';
import { encodeGif } from './formats/gif-encode.ts';
import { encodeJpeg } from './formats/jpeg.ts';
import { encodePng } from './formats/png.ts';
import { drawPattern } from './pattern.ts';
import { blend, type Raster } from './raster.ts';
import { STRIP_FROM } from './strip.ts';
import type { Picture } from './types.ts';

export type Extension = 'png' | 'gif' | 'jpg' | 'svg';

const FRAMES = [0, 1, 2] as const;
const LINE = [90, 90, 200, 255] as const;

/** A picture's pixels, so many times as large as the page shows them. */
export const rasterOf = ({ id, svg, width, height }: Picture, scale = 1): Raster =>
  svg === '' ? drawPattern(width * scale, height * scale, id) : drawSvg(svg, id, scale);

// A line that wanders, so that the frames differ.
const frame = (picture: Picture, nth: number): Raster => {
  const raster = rasterOf(picture);
  const x = Math.floor((raster.width * (nth + 1)) / (FRAMES.length + 1));
  for (let y = 0; y < Math.floor(raster.height * STRIP_FROM); y += 1) blend(raster, x, y, LINE, 1);
  return raster;
};

const gif = (picture: Picture): Buffer => encodeGif([frame(picture, 0), frame(picture, 1), frame(picture, 2)]);

const FILES: Record<Extension, { type: string; bytes(picture: Picture, scale: number): Buffer }> = {
  png: { type: 'image/png', bytes: (picture, scale) => encodePng(rasterOf(picture, scale)) },
  jpg: { type: 'image/jpeg', bytes: (picture, scale) => encodeJpeg(rasterOf(picture, scale)) },
  gif: { type: 'image/gif', bytes: gif },
  svg: { type: 'image/svg+xml', bytes: ({ svg }) => Buffer.from(svg) },
};

/** A picture as a file. */
export const fileOf = (
  picture: Picture,
  extension: Extension,
  scale = 1,
): Pick<Answer, 'headers'> & { body: Buffer } => {
  const { type, bytes } = FILES[extension];
  return { headers: { 'content-type': type }, body: bytes(picture, scale) };
};

/** A picture as a `data:` address. */
export const dataUrlOf = (picture: Picture, extension: Extension): string =>
  `data:${FILES[extension].type};base64,${fileOf(picture, extension).body.toString('base64')}`;
