import { realLook } from './look';
import type { PictureRule } from './rule';
import { findPair, type Pair } from './rules';

let rules: readonly PictureRule[] = [];

/** The rules of the site that this document is from, as the background says. */
export function setRules(next: readonly PictureRule[]): void {
  rules = next;
}

/** What the rules of this site find now. */
export const ruledPairs = (): Pair[] =>
  rules.flatMap((rule) => findPair(document, rule, location.pathname, realLook) ?? []);
