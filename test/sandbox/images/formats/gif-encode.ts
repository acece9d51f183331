import type { Raster } from '../raster.ts';

// Codes of eight bits that are never compressed: the table is cleared before the codes would grow. GIF89a, 22 and
// appendix F.
const CODE_BITS = 7;
const CLEAR = 2 ** CODE_BITS;
const END = CLEAR + 1;
const CODES_A_CLEAR = CLEAR - 2;
const BLOCK = 255;
const LEVELS = 5;

const step = (value: number | undefined): number => Math.round(((value ?? 0) / 255) * (LEVELS - 1));
const indexAt = ({ data }: Raster, at: number): number =>
  (step(data[at]) * LEVELS + step(data[at + 1])) * LEVELS + step(data[at + 2]);

const word = (value: number): number[] => [value & 255, value >> 8];

const palette = (): number[] =>
  Array.from({ length: CLEAR }, (_, index) =>
    [LEVELS ** 2, LEVELS, 1].map((unit) => ((Math.floor(index / unit) % LEVELS) * 255) / (LEVELS - 1)),
  )
    .flat()
    .map(Math.round);

const codesOf = (raster: Raster): number[] => {
  const codes: number[] = [];
  for (let pixel = 0; pixel < raster.width * raster.height; pixel += 1) {
    if (pixel % CODES_A_CLEAR === 0) codes.push(CLEAR);
    codes.push(indexAt(raster, pixel * 4));
  }
  return [...codes, END];
};

const blocksOf = (codes: readonly number[]): number[] => {
  const blocks: number[] = [];
  for (let at = 0; at < codes.length; at += BLOCK) {
    const block = codes.slice(at, at + BLOCK);
    blocks.push(block.length, ...block);
  }
  return [...blocks, 0];
};

const frameOf = (raster: Raster, hundredths: number): number[] => [
  ...[0x21, 0xf9, 4, 0, ...word(hundredths), 0, 0],
  ...[0x2c, 0, 0, 0, 0, ...word(raster.width), ...word(raster.height), 0],
  ...[CODE_BITS, ...blocksOf(codesOf(raster))],
];

/** An animated GIF of frames of one size, for ever round. */
export const encodeGif = (frames: readonly [Raster, ...Raster[]], hundredths = 20): Buffer => {
  const [{ width, height }] = frames;
  const looping = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  const screen = [...word(width), ...word(height), 0x80 | (CODE_BITS - 1), 0, 0];
  const bodies = frames.map((frame) => Buffer.from(frameOf(frame, hundredths)));
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([...screen, ...palette(), ...looping]),
    ...bodies,
    Buffer.from([0x3b]),
  ]);
};
