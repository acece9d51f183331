import { heldOutNegatives } from './held-out/negatives.ts';
import { heldOutPositives } from './held-out/positives.ts';
import { negatives } from './negatives/index.ts';
import type { Page } from './page.ts';
import { positives } from './positives/index.ts';

/** What the detector is tuned on. */
export const CORPUS: Page[] = [...positives, ...negatives];

/** Written when it was tuned already. */
export const HELD_OUT: Page[] = [...heldOutPositives, ...heldOutNegatives];
