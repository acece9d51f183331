/** Registry of what the trusted side knows of each kind: one line a kind in each table. */
import { z } from 'zod';
import { RecaptchaChallenge, recaptchaFlaw } from './recaptcha/challenge';

export const Challenge = z.discriminatedUnion('kind', [RecaptchaChallenge]);
export type Challenge = z.infer<typeof Challenge>;

/** A challenge with the address of the frame that holds the widget: what a task is made of. */
export type PlacedChallenge = Challenge & { websiteURL: string };

/** Token or text; what `deliver` of the kind expects. `userAgent` is kept where a service names it. */
export const Answer = z.strictObject({
  token: z.string().min(1).max(100_000),
  userAgent: z.string().optional(),
  /** As some services return them beside a token; kept, never set. */
  cookies: z.record(z.string(), z.string()).optional(),
});
export type Answer = z.infer<typeof Answer>;

/** How long an answer of a kind may wait before it is delivered, in ms (design section 5). */
export const FRESH_MS: Record<Challenge['kind'], number> = { recaptcha: 110_000 };

/** One sentence for the person, or null: nothing wrong with it. */
export function flawOf(challenge: Challenge): string | null {
  return recaptchaFlaw(challenge);
}

/** Two challenges with the same identity can use the same answer (design section 5, reload). */
export function identityOf(challenge: Challenge): string {
  return JSON.stringify([
    challenge.kind,
    challenge.websiteKey,
    challenge.invisible,
    challenge.enterprise,
    challenge.action ?? null,
    challenge.s ?? null,
  ]);
}
