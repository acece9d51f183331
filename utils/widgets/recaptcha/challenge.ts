import { z } from 'zod';

/**
 * What a reCAPTCHA v2 widget says of itself, as the agent describes it. The page's address is missing on purpose: it
 * comes from the browser. A key that is no key is described all the same, so that the person hears of it.
 */
export const RecaptchaChallenge = z.strictObject({
  kind: z.literal('recaptcha'),
  websiteKey: z.string().max(256),
  invisible: z.boolean(),
  enterprise: z.boolean(),
  action: z.string().max(256).optional(),
  /** Enterprise payload or `data-s`: good once. */
  s: z.string().max(8192).optional(),
  apiDomain: z.enum(['www.google.com', 'www.recaptcha.net']).optional(),
});
export type RecaptchaChallenge = z.infer<typeof RecaptchaChallenge>;

/** Why this widget cannot be solved whatever the service, or null. Real keys have 40 characters; test keys vary. */
export function recaptchaFlaw({ websiteKey }: RecaptchaChallenge): string | null {
  if (!websiteKey) return 'This widget has no site key.';
  if (!/^[\w-]{16,128}$/.test(websiteKey)) return 'The site key of this widget is malformed.';
  return null;
}

/** Two widgets with the same facts can use the same answer. */
export const recaptchaFacts = ({ websiteKey, invisible, enterprise, action, s }: RecaptchaChallenge): unknown[] => [
  websiteKey,
  invisible,
  enterprise,
  action ?? null,
  s ?? null,
];
