import type { ImageHints } from './challenge';

/** What an answer must look like, as far as its field says. */
export function hintsOf(field: HTMLInputElement): ImageHints {
  const numeric = field.inputMode === 'numeric' || field.type === 'number';
  return { ...(numeric && { numeric }) };
}
