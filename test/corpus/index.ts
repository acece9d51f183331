import { heldOutNegatives } from './held-out/negatives.ts';
import { heldOutPositives } from './held-out/positives.ts';
import { secondNegatives } from './held-out/second-negatives.ts';
import { secondPositives } from './held-out/second-positives.ts';
import { negatives } from './negatives/index.ts';
import type { Page } from './page.ts';
import { positives } from './positives/index.ts';

/** What the detector was tuned on. */
export const TUNED: Page[] = [...positives, ...negatives];

/** Written when it was tuned; then what it showed to be weak was mended, so that it is tuned on this too by now. */
export const HELD_OUT: Page[] = [...heldOutPositives, ...heldOutNegatives];

/** Written after that. */
export const HELD_OUT_AGAIN: Page[] = [...secondPositives, ...secondNegatives];

export const CORPUS: Page[] = [...TUNED, ...HELD_OUT, ...HELD_OUT_AGAIN];
