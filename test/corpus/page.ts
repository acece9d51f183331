/** A page of the corpus: what the detector of image captchas is measured on. Written for it, not copied from anywhere. */
export interface Page {
  name: string;
  html: string;
  /** The captchas of the page, as selectors of one element each; none where it has no captcha. */
  answer: Pair[];
  /** Natural size of pictures without width and height in the markup, by their `src`. */
  sizes: Sizes;
}

export interface Pair {
  picture: string;
  field: string;
}

export type Sizes = Record<string, readonly [width: number, height: number]>;

interface Rest {
  answer?: Pair[];
  sizes?: Sizes;
  lang?: string;
  head?: string;
}

/** A whole document around a body. */
export const page = (name: string, body: string, { answer = [], sizes = {}, lang = 'en', head = '' }: Rest): Page => ({
  name,
  html: `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`,
  answer,
  sizes,
});

/** A page without a captcha. */
export const none = (name: string, body: string, rest: Omit<Rest, 'answer'> = {}): Page => page(name, body, rest);

/** A picture with its size in the markup. */
export const img = (src: string, width: number, height: number, rest = ''): string =>
  `<img src="${src}" width="${width}" height="${height}" ${rest}>`;

/** A picture's own bytes, as `src`: vector, so that it has that size everywhere. */
export const dataPicture = (width: number, height: number): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M9 9L40 30"/></svg>`,
  )}`;
