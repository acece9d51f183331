/** Every kind of widget that Solvent knows: the name of its folder, the word in settings and messages. */
export const KINDS = ['recaptcha', 'funcaptcha', 'image'] as const;
export type Kind = (typeof KINDS)[number];

/** What a person reads. */
export const KIND_LABELS: Record<Kind, string> = {
  recaptcha: 'reCAPTCHA',
  funcaptcha: 'FunCaptcha',
  image: 'Image captcha',
};
