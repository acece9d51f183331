import { createRaster, type Raster, setPixel } from '../raster.ts';
import { unpack } from './lzw.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const HAS_TABLE = 0x80;

const tableSize = (flags: number): number => ((flags & HAS_TABLE) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** The data of consecutive blocks, and where they end. */
const readBlocks = (bytes: Buffer, start: number): { data: Buffer; end: number } => {
  const parts: Buffer[] = [];
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
    parts.push(bytes.subarray(at + 1, at + 1 + length));
    at += length + 1;
  }
  return { data: Buffer.concat(parts), end: at + 1 };
};

const readFrame = (bytes: Buffer, at: number, shared: Buffer): Raster => {
  const [width, height] = [bytes.readUInt16LE(at + 5), bytes.readUInt16LE(at + 7)];
  const own = tableSize(bytes.readUInt8(at + 9));
  const colours = own === 0 ? shared : bytes.subarray(at + 10, at + 10 + own);
  const start = at + 10 + own;
  const indexes = unpack(readBlocks(bytes, start + 1).data, bytes.readUInt8(start), width * height);
  const raster = createRaster(width, height, [0, 0, 0, 255]);
  indexes.forEach((index, pixel) => {
    const [red = 0, green = 0, blue = 0] = colours.subarray(index * 3, index * 3 + 3);
    setPixel(raster, pixel % width, Math.floor(pixel / width), [red, green, blue, 255]);
  });
  return raster;
};

/** The first frame of a GIF that is neither interlaced nor smaller than its screen. */
export const decodeGif = (bytes: Buffer): Raster => {
  const shared = tableSize(bytes.readUInt8(10));
  let at = 13 + shared;
  while (bytes.readUInt8(at) === EXTENSION) at = readBlocks(bytes, at + 2).end;
  if (bytes.readUInt8(at) !== IMAGE) throw new Error('decodeGif: no picture');
  return readFrame(bytes, at, bytes.subarray(13, 13 + shared));
};
