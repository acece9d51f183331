import { createHash } from 'node:crypto';
import { create } from 'svg-captcha';
import { createRandom } from '../server/random.ts';
import { addStrip } from './svg.ts';
import type { Look, Picture } from './types.ts';

/** How a page wants its pictures. */
export interface Spec {
  look: Look;
  width: number;
  height: number;
  letters: number;
  /** null: none, as svg-captcha does unless told. */
  background: string | null;
  caseSensitive: boolean;
}

export const PLAIN: Spec = {
  look: 'mixed',
  width: 150,
  height: 50,
  letters: 5,
  background: '#f4f0e6',
  caseSensitive: false,
};

const DIGITS = '0123456789';
// Without those that look alike.
const MIXED = 'abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789';
const MOST_IDS = 2 ** 16 - 1;
const LETTER_SHARE = 1.1;

const draw = (spec: Spec): { text: string; data: string } => {
  const made = create({
    size: spec.letters,
    charPreset: spec.look === 'digits' ? DIGITS : MIXED,
    width: spec.width,
    height: spec.height,
    fontSize: Math.round(spec.height * LETTER_SHARE),
    noise: 2,
    ...(spec.background !== null && { background: spec.background }),
  });
  // Where the case counts there must be some of either; where it does not, letters to tell from digits.
  const told = spec.look === 'digits' || (/[a-z]/.test(made.text) && /[A-Z]/.test(made.text));
  return told ? made : draw(spec);
};

export interface Office {
  readonly pictures: Picture[];
  make(of: { page: string; slot: string; session: string; spec: Spec }, at: number): Picture;
  /** By key or number, as addresses and hidden fields have it. */
  find(name: string): Picture | undefined;
}

/** Makes the pictures. Their numbers come from the seed; the letters do not, svg-captcha draws those itself. */
export const createOffice = (seed: number): Office => {
  const random = createRandom(seed, 7);
  const pictures: Picture[] = [];
  const taken = new Set<number>();
  const newId = (): number => {
    const id = random.integer(1, MOST_IDS);
    if (taken.has(id)) return newId();
    taken.add(id);
    return id;
  };
  return {
    pictures,
    make: ({ page, slot, session, spec }, at) => {
      const id = newId();
      const { text, data } = draw(spec);
      const picture: Picture = {
        ...{ id, page, slot, session, text, at, state: 'open' },
        ...{ look: spec.look, caseSensitive: spec.caseSensitive, width: spec.width, height: spec.height },
        key: createHash('sha1').update(`${seed}/${id}`).digest('hex'),
        svg: spec.look === 'pattern' ? '' : addStrip(data, id),
      };
      pictures.push(picture);
      return picture;
    },
    find: (name) => pictures.find(({ id, key }) => key === name || String(id) === name),
  };
};
