import { type Edge, edgesOf } from './outline.ts';
import { blend, type Colour, createRaster, parseColour, type Raster, setPixel } from './raster.ts';
import { CELLS, cellsOf, STRIP_FROM } from './strip.ts';
import { backgroundOf, shapesOf, sizeOf } from './svg.ts';

const ROWS_A_PIXEL = 4;
const CLEAR: Colour = [0, 0, 0, 0];

type Crossing = readonly [x: number, turn: number];

const crossingsAt = (edges: readonly Edge[], y: number): Crossing[] =>
  edges
    .filter(([from, to]) => from[1] <= y !== to[1] <= y)
    .map(([from, to]): Crossing => {
      const share = (y - from[1]) / (to[1] - from[1]);
      return [from[0] + (to[0] - from[0]) * share, to[1] > from[1] ? 1 : -1];
    })
    .sort((one, other) => one[0] - other[0]);

const addSpan = (row: Float32Array, from: number, to: number): void => {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(row.length, Math.ceil(to)); x += 1) {
    row[x] = (row[x] ?? 0) + (Math.min(x + 1, to) - Math.max(x, from)) / ROWS_A_PIXEL;
  }
};

const fill = (raster: Raster, edges: readonly Edge[], colour: Colour): void => {
  for (let y = 0; y < raster.height; y += 1) {
    const row = new Float32Array(raster.width);
    for (let part = 0; part < ROWS_A_PIXEL; part += 1) {
      const crossings = crossingsAt(edges, y + (part + 0.5) / ROWS_A_PIXEL);
      let turns = 0;
      crossings.forEach(([x, turn], nth) => {
        turns += turn;
        if (turns !== 0) addSpan(row, x, crossings[nth + 1]?.[0] ?? x);
      });
    }
    for (const [x, share] of row.entries()) blend(raster, x, y, colour, share);
  }
};

const stroke = (raster: Raster, edges: readonly Edge[], colour: Colour): void => {
  for (const [from, to] of edges) {
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])) + 1;
    for (let step = 0; step < steps; step += 1) {
      const [x, y] = [0, 1].map((axis) =>
        Math.floor((from[axis] ?? 0) + (((to[axis] ?? 0) - (from[axis] ?? 0)) * step) / steps),
      );
      blend(raster, x ?? 0, y ?? 0, colour, 1);
    }
  }
};

/** Draws the strip with whole pixels, which scaled shapes would not give. */
export const drawStrip = (raster: Raster, id: number): void => {
  const cells = cellsOf(id);
  const { width, height } = raster;
  for (let y = Math.ceil(height * STRIP_FROM - 0.5); y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = cells[Math.floor(((x + 0.5) / width) * CELLS)] === true ? 0 : 255;
      setPixel(raster, x, y, [level, level, level, 255]);
    }
  }
};

/** Draws a captcha that svg-captcha made, so many times as large. Crude next to a browser's, but legible. */
export const drawSvg = (svg: string, id: number, scale = 1): Raster => {
  const { width, height } = sizeOf(svg);
  const paper = backgroundOf(svg);
  const raster = createRaster(width * scale, height * scale, paper === undefined ? CLEAR : parseColour(paper));
  for (const shape of shapesOf(svg)) {
    if (shape.fill !== undefined) fill(raster, edgesOf(shape.d, scale), parseColour(shape.fill));
    if (shape.stroke !== undefined) stroke(raster, edgesOf(shape.d, scale), parseColour(shape.stroke));
  }
  drawStrip(raster, id);
  return raster;
};
