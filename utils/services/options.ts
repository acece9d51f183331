import { z } from 'zod';

const isWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** `module`, `recognizingthreshold_70`: joined to the key by two underscores, so none within (fact sheet, 1.2). */
const KeySuffix = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/i, 'Letters, digits and single underscores only.');

/** What a person may add for one account. All off by default; only what the service documents is sent. */
export const AccountOptions = z.strictObject({
  /** Where the service posts the result as well. Solvent polls all the same (fact sheet, 1.6). */
  callbackUrl: z.string().max(2_048).refine(isWeb, 'An address that begins with https:// or http://.').optional(),
  softId: z.int().min(0).max(2_147_483_647).optional(),
  /** CapSolver's name for much the same; a text. */
  appId: z.string().min(1).max(100).optional(),
  nocache: z.boolean().optional(),
  keySuffixes: z.array(KeySuffix).max(8).optional(),
});
export type AccountOptions = z.infer<typeof AccountOptions>;
export type OptionName = keyof AccountOptions;

/** The options that the service documents, as they are to be sent. */
export function documented(options: AccountOptions | undefined, names: readonly OptionName[]): AccountOptions {
  const known = Object.entries(options ?? {}).filter(([name]) => (names as readonly string[]).includes(name));
  return Object.fromEntries(known) as AccountOptions;
}

/** The key with its suffixes, each once: people also type them into the key itself. */
export function suffixedKey(clientKey: string, suffixes: readonly string[] = []): string {
  const there = clientKey.split('__');
  return [clientKey, ...suffixes.filter((suffix) => !there.includes(suffix))].join('__');
}
