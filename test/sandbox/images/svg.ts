import { CELLS, cellsOf, STRIP_FROM } from './strip.ts';

/** A shape of a captcha in SVG: svg-captcha has filled letters and stroked noise, and nothing else. */
export interface Shape {
  d: string;
  fill?: string;
  stroke?: string;
}

const PATH = /<path ([^>]*)\/>/g;
const WHOLE = /^<svg[^>]* width="(\d+)" height="(\d+)"/;

const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(text)?.[1];

/** The shapes of an SVG in the order in which they are painted. */
export const shapesOf = (svg: string): Shape[] =>
  [...svg.matchAll(PATH)].map(([, text = '']) => {
    const [d = '', fill, stroke] = ['d', 'fill', 'stroke'].map((name) => attribute(text, name));
    return { d, ...(fill === undefined || fill === 'none' ? {} : { fill }), ...(stroke && { stroke }) };
  });

export const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width, height] = WHOLE.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

export const backgroundOf = (svg: string): string | undefined => /<rect [^>]*fill="([^"]*)"/.exec(svg)?.[1];

const round = (value: number): number => Math.round(value * 100) / 100;

/** Puts the strip over a picture's lowest tenth; without a background its white cells stay open, like the rest. */
export const addStrip = (svg: string, id: number): string => {
  const { width, height } = sizeOf(svg);
  const top = round(height * STRIP_FROM);
  const left = (cell: number): number => round((cell * width) / CELLS);
  const box = (from: number, to: number): string => `M${from} ${top}L${to} ${top}L${to} ${height}L${from} ${height}Z`;
  const black = cellsOf(id).map((set, cell) => (set ? box(left(cell), left(cell + 1)) : ''));
  const cells = `<path fill="#000000" d="${black.join('')}"/></svg>`;
  if (backgroundOf(svg) !== undefined)
    return svg.replace('</svg>', `<path fill="#ffffff" d="${box(0, width)}"/>${cells}`);
  // Nothing covers what a letter leaves there, so it is cut off.
  const clip = `<clipPath id="above"><rect width="${width}" height="${top}"/></clipPath><g clip-path="url(#above)">`;
  return svg.replace(
    /(<svg[^>]*>)(.*)<\/svg>/s,
    (_, open: string, letters: string) => `${open}${clip}${letters}</g>${cells}`,
  );
};
