import { create } from 'svg-captcha';
import { expect, test } from 'vitest';
import { drawSvg } from '../draw.ts';
import { drawPattern } from '../pattern.ts';
import { pixelAt, type Raster } from '../raster.ts';
import { readStrip } from '../strip.ts';
import { addStrip, backgroundOf, sizeOf } from '../svg.ts';
import { decode, formatOf } from './decode.ts';
import { encodeGif } from './gif-encode.ts';
import { encodeJpeg } from './jpeg.ts';
import { encodePng } from './png.ts';

const ID = 40_321;
const svg = addStrip(create({ size: 5, background: '#ffffff', noise: 2 }).data, ID);

/** How many pixels of the letters' part are not paper. */
const inked = (raster: Raster): number => {
  let count = 0;
  for (let y = 0; y < raster.height * 0.85; y += 1) {
    for (let x = 0; x < raster.width; x += 1)
      if (
        pixelAt(raster, x, y)
          .slice(0, 3)
          .some((level) => level < 230)
      )
        count += 1;
  }
  return count;
};

test('a captcha of svg-captcha is drawn with its letters and its strip, at any scale', () => {
  const small = drawSvg(svg, ID);
  const large = drawSvg(svg, ID, 2);
  expect([small.width, small.height, large.width, large.height]).toEqual([150, 50, 300, 100]);
  expect([readStrip(small), readStrip(large)]).toEqual([ID, ID]);
  expect(inked(small)).toBeGreaterThan(400);
  expect(inked(large) / inked(small)).toBeGreaterThan(2);
});

test('the strip of an SVG without a background leaves its white cells open', () => {
  const bare = addStrip(create({ size: 4 }).data, ID);
  expect(sizeOf(bare)).toEqual({ width: 150, height: 50 });
  expect(backgroundOf(bare)).toBeUndefined();
  expect(bare).not.toContain('#ffffff');
  expect(svg).toContain('#ffffff');
});

test('a PNG comes back pixel for pixel, a GIF and a JPEG nearly', () => {
  const pattern = drawPattern(200, 60, ID);
  const png = encodePng(pattern);
  expect(formatOf(png)).toBe('png');
  expect(decode(png)).toEqual({ width: 200, height: 60, data: new Uint8Array(pattern.data) });

  const letters = drawSvg(svg, ID);
  const gif = encodeGif([letters, drawSvg(svg, ID)]);
  expect(formatOf(gif)).toBe('gif');
  const first = decode(gif);
  expect(first?.width).toBe(150);
  expect(first && readStrip(first)).toBe(ID);
  const furthest = Math.max(...letters.data.map((level, at) => Math.abs(level - (first?.data[at] ?? 999))));
  expect(furthest).toBeLessThanOrEqual(32);

  const jpeg = encodeJpeg(letters);
  expect(formatOf(jpeg)).toBe('jpeg');
  const decoded = decode(jpeg);
  expect(decoded && readStrip(decoded)).toBe(ID);
});

test('what is no picture, or a broken one, gives no pixels', () => {
  const png = encodePng(drawSvg(svg, ID));
  expect(decode(png.subarray(0, 200))).toBeNull();
  expect(formatOf(Buffer.alloc(300, 7))).toBe('unknown');
  expect(decode(Buffer.alloc(300, 7))).toBeNull();
  expect(formatOf(Buffer.from(svg))).toBe('svg');
  expect(decode(Buffer.from(svg))).toBeNull();
  expect(formatOf(Buffer.from('RIFF1234WEBPVP8 '))).toBe('webp');
  expect(decode(Buffer.from('GIF89a'))).toBeNull();
});

test('the pattern has an edge of its own on each side', () => {
  const pattern = drawPattern(200, 60, ID);
  expect(pixelAt(pattern, 100, 0)).toEqual([255, 0, 0, 255]);
  expect(pixelAt(pattern, 199, 30)).toEqual([0, 160, 0, 255]);
  expect(pixelAt(pattern, 100, 59)).toEqual([0, 0, 255, 255]);
  expect(pixelAt(pattern, 0, 30)).toEqual([255, 0, 255, 255]);
  expect(readStrip(pattern)).toBe(ID);
});
