import { z } from 'zod';

/** What a FunCaptcha (Arkose) widget says of itself (fact sheet of widgets, 4; of services, 2.4). */
export const FuncaptchaChallenge = z.strictObject({
  kind: z.literal('funcaptcha'),
  /** The public key, a UUID. */
  websiteKey: z.string().max(256),
  /** Host of the client script, without a scheme, where it is not the vendor's default. */
  subdomain: z.string().max(253).optional(),
  /** The site's one-time value; the first session that begins with it spends it. */
  blob: z.string().max(32_768).optional(),
});
export type FuncaptchaChallenge = z.infer<typeof FuncaptchaChallenge>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why this widget cannot be solved whatever the service, or null. */
export function funcaptchaFlaw({ websiteKey }: FuncaptchaChallenge): string | null {
  return UUID.test(websiteKey) ? null : 'The public key of this widget is malformed.';
}

/** Two widgets with the same facts can use the same answer. */
export const funcaptchaFacts = ({ websiteKey, subdomain, blob }: FuncaptchaChallenge): unknown[] => [
  websiteKey,
  subdomain ?? null,
  blob ?? null,
];
