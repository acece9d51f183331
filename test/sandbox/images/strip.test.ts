import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawStrip } from './draw.ts';
import { type Colour, createRaster, pixelAt, type Raster, setPixel } from './raster.ts';
import { readStrip } from './strip.ts';

const PAPER: Colour = [240, 240, 230, 255];
const id = fc.integer({ min: 1, max: 65_535 });

const drawn = (number: number, width = 150, height = 50): Raster => {
  const raster = createRaster(width, height, PAPER);
  drawStrip(raster, number);
  return raster;
};

const place = (from: Raster, width: number, height: number, at: (x: number, y: number) => [number, number]): Raster => {
  const to = createRaster(width, height, PAPER);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = at(x, y);
      const inside = left >= 0 && top >= 0 && left < from.width && top < from.height;
      if (inside) setPixel(to, x, y, pixelAt(from, left, top));
    }
  }
  return to;
};

const scaled = (from: Raster, scale: number): Raster => {
  const [width, height] = [Math.round(from.width * scale), Math.round(from.height * scale)];
  return place(from, width, height, (x, y) => [
    Math.floor(((x + 0.5) * from.width) / width),
    Math.floor(((y + 0.5) * from.height) / height),
  ]);
};

test('a strip is read whatever the size', () => {
  fc.assert(
    fc.property(id, fc.constantFrom(0.5, 0.75, 1, 1.25, 1.5, 2, 3), (number, scale) => {
      expect(readStrip(scaled(drawn(number), scale))).toBe(number);
    }),
  );
  fc.assert(fc.property(id, (number) => void expect(readStrip(drawn(number, 72, 24))).toBe(number)));
});

test.each([
  ['to the right', 3, 0],
  ['to the left', -3, 0],
  ['down', 0, 3],
  ['up', 0, -3],
])('a cut that is off by three pixels %s is not read', (_, right, down) => {
  const shifted = (number: number): Raster => place(drawn(number), 150, 50, (x, y) => [x - right, y - down]);
  fc.assert(fc.property(id, (number) => void expect(readStrip(shifted(number))).not.toBe(number)));
});

test('a cut with five pixels too many around it, or too few, is not read', () => {
  const grown = (number: number): Raster => place(drawn(number), 160, 60, (x, y) => [x - 5, y - 5]);
  const cut = (number: number): Raster => place(drawn(number), 140, 40, (x, y) => [x + 5, y + 5]);
  fc.assert(fc.property(id, (number) => void expect(readStrip(grown(number))).toBeUndefined()));
  fc.assert(fc.property(id, (number) => void expect(readStrip(cut(number))).toBeUndefined()));
});

test('what lies over the strip spoils it', () => {
  const raster = drawn(40_321);
  for (let y = 40; y < 50; y += 1) for (let x = 40; x < 100; x += 1) setPixel(raster, x, y, [200, 50, 50, 255]);
  expect(readStrip(raster)).toBeUndefined();
});

test('a picture of one colour says nothing, and transparency is dark', () => {
  expect(readStrip(createRaster(150, 50, [0, 0, 0, 255]))).toBeUndefined();
  expect(readStrip(createRaster(150, 50, [255, 255, 255, 255]))).toBeUndefined();
  const open = drawn(40_321);
  for (let at = 0; at < open.data.length; at += 4) if (open.data[at] === 255) open.data.fill(0, at, at + 4);
  expect(readStrip(open)).toBeUndefined();
});
