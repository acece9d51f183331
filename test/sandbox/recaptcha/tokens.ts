import { createHash } from 'node:crypto';
import type { RecaptchaControl, Verdict } from '../types.ts';

export interface Site {
  websiteKey: string;
  secret: string;
  enterprise?: boolean;
  hostname?: string;
}

interface Token {
  websiteKey: string;
  hostname: string;
  enterprise: boolean;
  action?: string;
  mintedAt: number;
  spent: boolean;
}

export type MintOrder = Parameters<RecaptchaControl['mint']>[0];

export interface TokenOffice {
  readonly verifications: { at: number; token: string; success: boolean; errorCodes: string[] }[];
  addSite(site: Site): void;
  site(websiteKey: string): Site | undefined;
  mint(of: MintOrder, at: number): string;
  /** The site key that a token was made for. */
  keyOf(token: string): string | undefined;
  verify(
    ask: { secret: string | undefined; token: string | undefined; hostname?: string },
    lifetimeMs: number,
  ): Verdict;
}

// Real tokens are 500 to 2190 bytes of base64url and begin with 03A; facts/services.md 2.2.
const TOKEN_PREFIX = '03AFcWeA';
const BLOCKS = 7;

const spell = (seed: number, count: number): string => {
  const blocks = Array.from({ length: BLOCKS }, (_, block) =>
    createHash('sha512').update(`${seed}/${count}/${block}`).digest('base64url'),
  );
  return TOKEN_PREFIX + blocks.join('');
};

type Ask = Parameters<TokenOffice['verify']>[0];

const refuse = (code: string): Verdict => ({ success: false, errorCodes: [code] });

const accept = ({ hostname, action, mintedAt }: Token): Verdict => {
  const challengeTs = new Date(mintedAt).toISOString();
  return { success: true, errorCodes: [], hostname, challengeTs, ...(action === undefined ? {} : { action }) };
};

const isForeign = (token: Token, site: Site, hostname: string | undefined): boolean =>
  token.websiteKey !== site.websiteKey ||
  token.enterprise !== (site.enterprise ?? false) ||
  (site.hostname !== undefined && token.hostname !== site.hostname) ||
  (hostname !== undefined && token.hostname !== hostname);

/** Makes tokens and checks them as siteverify does: once, in time, for their own key and host. */
export const createTokenOffice = (seed: number): TokenOffice => {
  const sites = new Map<string, Site>();
  const tokens = new Map<string, Token>();
  const verifications: TokenOffice['verifications'] = [];

  const judge = ({ secret, token: value, hostname }: Ask, lifetimeMs: number): Verdict => {
    if (!secret) return refuse('missing-input-secret');
    const candidates = [...sites.values()].filter((site) => site.secret === secret);
    if (candidates.length === 0) return refuse('invalid-input-secret');
    if (!value) return refuse('missing-input-response');
    const token = tokens.get(value);
    if (token === undefined || candidates.every((site) => isForeign(token, site, hostname))) {
      return refuse('invalid-input-response');
    }
    if (token.spent || Date.now() - token.mintedAt > lifetimeMs) return refuse('timeout-or-duplicate');
    token.spent = true;
    return accept(token);
  };

  return {
    verifications,
    addSite: (site) => sites.set(site.websiteKey, site),
    site: (websiteKey) => sites.get(websiteKey),
    mint: ({ websiteKey, hostname, enterprise = false, action }, at) => {
      const value = spell(seed, tokens.size);
      const named = action === undefined ? {} : { action };
      tokens.set(value, { websiteKey, hostname, enterprise, ...named, mintedAt: at, spent: false });
      return value;
    },
    keyOf: (token) => tokens.get(token)?.websiteKey,
    verify: (ask, lifetimeMs) => {
      const verdict = judge(ask, lifetimeMs);
      verifications.push({
        at: Date.now(),
        token: ask.token ?? '',
        success: verdict.success,
        errorCodes: verdict.errorCodes,
      });
      return verdict;
    },
  };
};
