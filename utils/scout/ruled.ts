import { FOUND } from '../page/line';
import type { ScoutGlobal } from './scout';

/** Runs after the scout in the pages of sites with rules for pictures, and nowhere else: one may be here. */
export function startRuled(): void {
  const { solventLine } = globalThis as ScoutGlobal;
  solventLine?.dispatchEvent(new CustomEvent(FOUND, { detail: 'image' }));
}
