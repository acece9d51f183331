import { drawStrip } from './draw.ts';
import { type Colour, createRaster, type Raster, setPixel } from './raster.ts';

const WHITE: Colour = [255, 255, 255, 255];
const TOP: Colour = [255, 0, 0, 255];
const RIGHT: Colour = [0, 160, 0, 255];
const BOTTOM: Colour = [0, 0, 255, 255];
const LEFT: Colour = [255, 0, 255, 255];
const SQUARE = 4;
const LEVELS = 8;

/** The colour of a pixel inside: squares of four, neighbours unlike, red by column, green by row. */
const inside = (x: number, y: number): Colour => {
  const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)];
  const level = (nth: number): number => Math.round(((nth % LEVELS) * 255) / (LEVELS - 1));
  return [level(column * 3), level(row * 3), (column + row) % 2 === 0 ? 255 : 0, 255];
};

/** A picture of known pixels: squares, the strip, and an edge of one pixel in another colour on each side. */
export const drawPattern = (width: number, height: number, id: number): Raster => {
  const raster = createRaster(width, height, WHITE);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) setPixel(raster, x, y, inside(x, y));
  drawStrip(raster, id);
  for (let x = 0; x < width; x += 1) {
    setPixel(raster, x, 0, TOP);
    setPixel(raster, x, height - 1, BOTTOM);
  }
  for (let y = 0; y < height; y += 1) {
    setPixel(raster, 0, y, LEFT);
    setPixel(raster, width - 1, y, RIGHT);
  }
  return raster;
};
