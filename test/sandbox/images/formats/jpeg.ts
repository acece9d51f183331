import { createRequire } from 'node:module';
import type { Raster } from '../raster.ts';

interface JpegJs {
  encode(raster: { width: number; height: number; data: Buffer }, quality: number): { data: Buffer };
  decode(bytes: Buffer, options: { useTArray: true }): Raster;
}

// Playwright carries jpeg-js in its bundle, and exports the bundle: no need for another package.
const load = (): JpegJs =>
  (createRequire(import.meta.url)('playwright-core/lib/utilsBundle') as { jpegjs: JpegJs }).jpegjs;

const QUALITY = 90;

export const encodeJpeg = ({ width, height, data }: Raster): Buffer =>
  Buffer.from(load().encode({ width, height, data: Buffer.from(data) }, QUALITY).data);

export const decodeJpeg = (bytes: Buffer): Raster => {
  const { width, height, data } = load().decode(bytes, { useTArray: true });
  return { width, height, data };
};
