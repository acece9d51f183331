import { pixelAt, type Raster } from './raster.ts';

// Each picture says in its lowest tenth which one it is, in 24 cells: 16 of its number, 8 of a checksum. Cells are
// looked for at places relative to the whole picture: it may be scaled, but it must be all there and nothing else.

export const STRIP_FROM = 0.9;
export const CELLS = 24;
const CELL_SAMPLES = [0.25, 0.75];
const HALF_GREY = 128;

const checksum = (id: number): number => {
  let sum = 0x5a;
  for (const byte of [id >> 8, id & 255]) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ ((sum & 0x80) === 0 ? 0 : 0x07)) & 255;
  }
  return sum;
};

/** The cells of a picture, left to right; true is black. */
export const cellsOf = (id: number): boolean[] => {
  const value = id * 256 + checksum(id);
  return Array.from({ length: CELLS }, (_, cell) => ((value >> (CELLS - 1 - cell)) & 1) === 1);
};

// What has no colour counts as black, as readers that know no transparency take it.
const isBlack = (raster: Raster, x: number, y: number): boolean => {
  const [red, green, blue, alpha] = pixelAt(raster, Math.floor(x * raster.width), Math.floor(y * raster.height));
  return ((red + green + blue) / 3) * (alpha / 255) < HALF_GREY;
};

/** The number in a picture's strip; undefined when the strip is not whole, or not where it must be. */
export const readStrip = (raster: Raster): number | undefined => {
  let value = 0;
  for (let cell = 0; cell < CELLS; cell += 1) {
    const samples = CELL_SAMPLES.flatMap((across) =>
      CELL_SAMPLES.map((down) => isBlack(raster, (cell + across) / CELLS, STRIP_FROM + down * (1 - STRIP_FROM))),
    );
    if (samples.some((black) => black !== samples[0])) return undefined;
    value = value * 2 + (samples[0] === true ? 1 : 0);
  }
  const id = value >> 8;
  return (value & 255) === checksum(id) ? id : undefined;
};
