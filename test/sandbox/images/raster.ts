/** A decoded picture: four bytes a pixel, as canvas and pngjs have them. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A picture of one colour. */
export const createRaster = (width: number, height: number, colour: Colour): Raster => {
  const raster = { width, height, data: new Uint8Array(width * height * 4) };
  for (let at = 0; at < raster.data.length; at += 4) raster.data.set(colour, at);
  return raster;
};

export const setPixel = ({ width, data }: Raster, x: number, y: number, colour: Colour): void => {
  data.set(colour, (y * width + x) * 4);
};

export const pixelAt = ({ width, data }: Raster, x: number, y: number): Colour => {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
};

/** Lays a colour over a pixel, `share` of it (0 to 1). */
export const blend = (raster: Raster, x: number, y: number, colour: Colour, share: number): void => {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height || share <= 0) return;
  const under = pixelAt(raster, x, y);
  const part = (over: number, below: number): number => Math.round(below + (over - below) * Math.min(1, share));
  const [red, green, blue, alpha] = colour;
  setPixel(raster, x, y, [part(red, under[0]), part(green, under[1]), part(blue, under[2]), part(alpha, under[3])]);
};

/** `#abc` or `#aabbcc`. */
export const parseColour = (text: string): Colour => {
  const hex = text.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255, 255];
};
