import { createRandom } from '../server/random.ts';
import type { ArkoseVariant } from './types.ts';

export interface ArkoseReleases {
  /** Draws what the next load of a script differs in. */
  draw(fixed: Partial<ArkoseVariant> | null): ArkoseVariant;
  /** The draw whose enforcement frame has this hash in its address. */
  find(hash: string): ArkoseVariant | undefined;
}

const TITLES = ['Verification challenge', 'Arkose Labs challenge', 'Visual challenge'] as const;
const VERSIONS = ['1.5.5', '2.4.4', '2.11.0', '3.2.1', '4.0.9'] as const;

/** Draws releases, each from its own stream of the seed. */
export const createArkoseReleases = (seed: number): ArkoseReleases => {
  const drawn = new Map<string, ArkoseVariant>();
  let count = 0;
  const draw = (fixed: Partial<ArkoseVariant> | null): ArkoseVariant => {
    const random = createRandom(seed, count + 0x20000);
    count += 1;
    const variant: ArkoseVariant = {
      callbackDelayMs: random.integer(0, 150),
      callback: random.pick(['later', 'later', 'sync']),
      readyDelayMs: random.integer(5, 150),
      sessionDelayMs: random.integer(5, 150),
      shownDelayMs: random.integer(0, 80),
      version: random.pick(VERSIONS),
      hash: random.letters(32),
      frameTitle: random.pick(TITLES),
      frameId: random.pick(['', 'arkose-frame', `fc-iframe-${random.letters(6)}`, 'enforcementFrame']),
      legacyFields: random.pick(['fc-token', 'verification-token', 'both']),
      prefetch: 'inline',
      ...fixed,
    };
    drawn.set(variant.hash, variant);
    return variant;
  };
  return { draw, find: (hash) => drawn.get(hash) };
};
