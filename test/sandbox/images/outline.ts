export type Point = readonly [x: number, y: number];
export type Edge = readonly [from: Point, to: Point];

const STEPS = 6;
const COMMAND = /([MLQCZ])([^MLQCZ]*)/g;
const NUMBER = /-?\d*\.?\d+/g;

// De Casteljau for any number of control points.
const along = (points: readonly Point[], share: number): Point => {
  const [first = [0, 0], ...rest] = points;
  if (rest.length === 0) return first;
  const halves = rest.map((to, nth): Point => {
    const from = points[nth] ?? to;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
  return along(halves, share);
};

const pointsOf = (text: string, scale: number): Point[] => {
  const numbers = (text.match(NUMBER) ?? []).map((number) => Number(number) * scale);
  return Array.from({ length: numbers.length / 2 }, (_, nth) => [numbers[nth * 2] ?? 0, numbers[nth * 2 + 1] ?? 0]);
};

/** The straight pieces of a path in absolute commands, as svg-captcha writes it. */
export const edgesOf = (d: string, scale = 1): Edge[] => {
  const edges: Edge[] = [];
  let start: Point = [0, 0];
  let here: Point = [0, 0];
  const draw = (to: Point): void => {
    edges.push([here, to]);
    here = to;
  };
  for (const [, command, text = ''] of d.matchAll(COMMAND)) {
    const points = pointsOf(text, scale);
    if (command === 'M') here = start = points[0] ?? here;
    else if (command === 'Z') draw(start);
    else if (command === 'L') points.forEach(draw);
    else {
      const curve = [here, ...points];
      for (let step = 1; step <= STEPS; step += 1) draw(along(curve, step / STEPS));
    }
  }
  return edges;
};
