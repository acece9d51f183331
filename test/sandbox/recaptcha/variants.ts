import { createRandom } from '../server/random.ts';
import type { Variant } from '../types.ts';

/** One page load's copy of the vendor's client: its release name and everything that releases vary. */
export interface Release {
  name: string;
  variant: Variant;
  /** Names for the client's other members, so that nothing about them can be relied on. */
  memberNames: string[];
}

export interface Releases {
  /** Draws the next page load's release. */
  draw(fixed: Partial<Variant> | null): Release;
  find(name: string): Release | undefined;
}

// Seen in releases: L.L, P.P, K.K, aa.l and others; naive finders know only the flat form. facts/widgets.md 1.6.
const NESTINGS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['L', 'L'],
  ['P', 'P'],
  ['K', 'K'],
  ['B', 'B'],
  ['l', 'l'],
  ['aa', 'l'],
  ['U', 'Z'],
  ['', ''],
];
const REMOVED_TEXTS = ['reCAPTCHA client element has been removed: %', 'reCAPTCHA client has been deleted: %'] as const;
const MEMBER_NAMES = 8;

/** Draws releases, each from its own stream of the seed. */
export const createReleases = (seed: number): Releases => {
  const drawn = new Map<string, Release>();
  const draw = (fixed: Partial<Variant> | null): Release => {
    const random = createRandom(seed, drawn.size);
    const variant: Variant = {
      bootstrapDelayMs: random.integer(5, 120),
      nesting: random.pick(NESTINGS),
      renderAsString: random.next() < 0.15,
      responseFrom: random.pick(['field', 'state']),
      executeCatch: random.pick([true, false]),
      executeGives: random.pick(['token', 'nothing']),
      badgeIn: random.pick(['body', 'container']),
      removedText: random.pick(REMOVED_TEXTS),
      autoRender: 'all',
      passSilently: false,
      challengeOnClick: false,
      ...fixed,
    };
    const memberNames = new Set<string>();
    while (memberNames.size < MEMBER_NAMES)
      memberNames.add(`${random.pick(['A', 'C', 'D', 'F', 'G', 'H'])}${random.letters(1)}`);
    const release: Release = { name: `v${random.letters(22)}`, variant, memberNames: [...memberNames] };
    drawn.set(release.name, release);
    return release;
  };
  return { draw, find: (name) => drawn.get(name) };
};
