import type { Spec } from './office.ts';
import type { Extension } from './render.ts';
import type { Picture } from './types.ts';

/** One captcha of a page. */
export interface Slot {
  name: string;
  /** The field for the answer. */
  field: string;
  /** The hidden field that names the picture, where the site does not go by the session. */
  keyField?: string;
}

/** What a page is built from, anew for each visit. */
export interface View {
  name: string;
  session: string;
  /** What the server says to a wrong answer, as HTML; '' at first. */
  error: string;
  /** A picture that comes with the page itself. */
  make(slot?: string): Picture;
  /** An address that gives a new picture each time it is asked. */
  address(extension?: Extension, more?: { slot?: string; host?: string; query?: string }): string;
}

export interface ImagePage {
  title: string;
  spec?: Partial<Spec>;
  slots?: readonly Slot[];
  /** So many of a session's right answers are called wrong. */
  refusals?: number;
  script?: string;
  /** The body is a document of its own, which needs no more around it. */
  whole?: boolean;
  body(view: View): string;
}

export const SLOTS: readonly Slot[] = [{ name: 'a', field: 'captcha' }];
export const SITE_HOST = 'images.test';
export const PICTURE_HOST = 'pictures.test';
