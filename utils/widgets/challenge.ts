/** Registry of what the trusted side knows of each kind: one line a kind in each table. */
import { z } from 'zod';
import { FuncaptchaChallenge, funcaptchaFacts, funcaptchaFlaw } from './funcaptcha/challenge';
import { ImageChallenge, imageFacts } from './image/challenge';
import type { Kind } from './kinds';
import { RecaptchaChallenge, recaptchaFacts, recaptchaFlaw } from './recaptcha/challenge';

export const Challenge = z.discriminatedUnion('kind', [RecaptchaChallenge, FuncaptchaChallenge, ImageChallenge]);
export type Challenge = z.infer<typeof Challenge>;
type Of<K extends Kind> = Extract<Challenge, { kind: K }>;

/** A challenge with the address of the frame that holds the widget: what a task is made of. */
export type PlacedChallenge<C extends Challenge = Challenge> = C & { websiteURL: string };

/** Token or text; what `deliver` of the kind expects. `userAgent` is kept where a service names it. */
export const Answer = z.strictObject({
  token: z.string().min(1).max(100_000),
  userAgent: z.string().optional(),
  /** As some services return them beside a token; kept, never set. */
  cookies: z.record(z.string(), z.string()).optional(),
});
export type Answer = z.infer<typeof Answer>;

/**
 * How long an answer of a kind may wait before it is delivered, in ms (design section 5). Arkose tokens live for half an
 * hour unless the site says less (fact sheet of widgets, 4.1); a text is good as long as its picture is shown, and
 * sessions of sites last some minutes.
 */
export const FRESH_MS: { readonly [K in Kind]: number } = {
  recaptcha: 110_000,
  funcaptcha: 600_000,
  image: 300_000,
};

const FLAWS: { readonly [K in Kind]: (challenge: Of<K>) => string | null } = {
  recaptcha: recaptchaFlaw,
  funcaptcha: funcaptchaFlaw,
  image: () => null,
};

const FACTS: { readonly [K in Kind]: (challenge: Of<K>) => unknown[] } = {
  recaptcha: recaptchaFacts,
  funcaptcha: funcaptchaFacts,
  image: imageFacts,
};

/**
 * Kinds whose agent has something to do before a task is asked for: to hold the vendor back for good, to read the
 * picture. What it says then is what the task is made of.
 */
export const PREPARED: { readonly [K in Kind]: boolean } = { recaptcha: false, funcaptcha: true, image: true };

/** It may let a person through without showing anything: only a challenge is worth a task (design section 4.1). */
export const passesByItself = (challenge: Challenge): boolean =>
  challenge.kind === 'funcaptcha' || (challenge.kind === 'recaptcha' && challenge.invisible);

/** One sentence for the person, or null: nothing wrong with it. */
export function flawOf(challenge: Challenge): string | null {
  return FLAWS[challenge.kind](challenge as never);
}

/** Two challenges with the same identity can use the same answer (design section 5, reload). */
export function identityOf(challenge: Challenge): string {
  return JSON.stringify([challenge.kind, ...FACTS[challenge.kind](challenge as never)]);
}
