/** Every kind of widget that Solvent knows: the name of its folder, the word in settings and messages. */
export const KINDS = ['recaptcha', 'funcaptcha', 'image'] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds of which some let a person pass without a challenge. */
export const MAY_PASS: ReadonlySet<Kind> = new Set<Kind>(['recaptcha', 'funcaptcha']);

/** Kinds with a part in the page's own world: see `pages.ts`. */
export const IN_PAGE: ReadonlySet<Kind> = new Set<Kind>(['recaptcha', 'funcaptcha']);

/** What a person reads. */
export const KIND_LABELS: Record<Kind, string> = {
  recaptcha: 'reCAPTCHA',
  funcaptcha: 'FunCaptcha',
  image: 'Image captcha',
};
