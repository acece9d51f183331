import type { ServiceId } from '../types.ts';
import type { Format } from './formats/decode.ts';
import type { Raster } from './raster.ts';

export type { Format, Raster };

export type Look =
  /** Letters and digits; the case counts where the page says so. */
  | 'mixed'
  | 'digits'
  /** No letters but a pattern of known pixels, with an answer all the same. */
  | 'pattern';

/** A picture that a page of the site has shown, or could have. */
export interface Picture {
  /** What its strip says; no two of a sandbox have the same. */
  readonly id: number;
  /** The page's name in the catalogue. */
  readonly page: string;
  /** Which of the page's captchas; 'a' where there is one. */
  readonly slot: string;
  readonly session: string;
  /** Names the picture in addresses and hidden fields of pages that do not go by the session. */
  readonly key: string;
  readonly text: string;
  readonly look: Look;
  readonly caseSensitive: boolean;
  readonly width: number;
  readonly height: number;
  /** As SVG, with its strip; '' for a pattern. */
  readonly svg: string;
  readonly at: number;
  /** `replaced`: the session has another one now. Only an open one is ever accepted. */
  state: 'open' | 'replaced' | 'right' | 'wrong';
}

/** A request for a picture's address. */
export interface PictureGet {
  at: number;
  url: string;
  page: string;
  slot: string;
  session: string;
  /** The picture that was answered. */
  id: number;
  /** The request's Sec-Fetch-Dest: `image` for an element, `empty` for a script. */
  destination: string;
}

export interface ImageSubmission {
  at: number;
  page: string;
  session: string;
  fields: Record<string, string>;
  /** The captchas that were answered, in the page's order. */
  answers: { slot: string; given: string; picture: Picture | null; right: boolean }[];
  success: boolean;
}

/** A picture that a service was asked to read. */
export interface ReceivedPicture {
  at: number;
  service: ServiceId;
  task: Record<string, unknown>;
  bytes: Buffer;
  format: Format;
  /** Null when it could not be decoded; so are the sizes. */
  pixels: Raster | null;
  width: number | null;
  height: number | null;
  /** The picture whose strip was found. */
  picture: Picture | null;
  /** Hints that the picture asked for and the task lacked, or that were wrong. */
  missed: ('case' | 'numeric' | 'length')[];
  /** What the service answers; null: ERROR_CAPTCHA_UNSOLVABLE. */
  text: string | null;
}

export interface ImageControl {
  /** Every picture ever made, in order. */
  readonly pictures: readonly Picture[];
  readonly gets: PictureGet[];
  readonly submissions: ImageSubmission[];
  readonly received: ReceivedPicture[];
  /** What the newest session on a page must answer now. */
  current(page: string, slot?: string): Picture | undefined;
  /** The picture as the site drew it; scale 2 is what a 2x address gives. */
  pixels(picture: Picture, scale?: number): Raster;
  /**
   * Serves a page of one's own at `url`, on any host ending in `.test`, with a new picture at each load. Its form posts to
   * that address; its answer goes by the name `captcha`. `name` is what `current` calls it.
   */
  page(url: string, name: string, html: (picture: Picture) => string): void;
  /** So many of the next right answers are called wrong. */
  refuse: number;
  /** Forgets gets, submissions and received; the pictures stay. */
  reset(): void;
}
