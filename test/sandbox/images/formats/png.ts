import { PNG } from 'pngjs';
import type { Raster } from '../raster.ts';

export const encodePng = ({ width, height, data }: Raster): Buffer => {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
};

export const decodePng = (bytes: Buffer): Raster => {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data: new Uint8Array(data) };
};
