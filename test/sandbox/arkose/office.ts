import { type Blobs, createBlobs } from './blobs.ts';
import { HOSTED_HOST } from './hosts.ts';
import { spellToken } from './tokens.ts';
import type { ArkoseControl, ArkoseErrorCode, ArkoseOutcome, ArkoseSession, ArkoseSite } from './types.ts';

export interface Opening {
  publicKey: string;
  host: string;
  hostname: string;
  blob: string | undefined;
  by: ArkoseSession['by'];
  outcome: ArkoseOutcome;
  solved: boolean;
}

export interface ArkoseOffice {
  readonly verifications: ArkoseControl['verifications'];
  readonly sessions: ArkoseSession[];
  readonly blobs: Blobs;
  addSite(site: ArkoseSite): void;
  site(publicKey: string): ArkoseSite | undefined;
  siteOfPrivateKey(privateKey: string): ArkoseSite | undefined;
  /** Opens a session; this spends its blob. */
  open(of: Opening, at: number): ArkoseSession;
  find(token: string): ArkoseSession | undefined;
  verify(ask: Ask, lifetimeMs: number): ReturnType<ArkoseControl['verify']>;
  /** Forgets sessions and verifications. */
  clear(): void;
}

type Ask = Parameters<ArkoseControl['verify']>[0];

const privateKeyOf = ({ publicKey, privateKey }: ArkoseSite): string => privateKey ?? `private-${publicKey}`;

const foreign = (session: ArkoseSession, site: ArkoseSite, ask: Ask): ArkoseErrorCode | undefined => {
  if (session.publicKey !== site.publicKey) return 'wrong-key';
  if (session.host !== site.host) return 'wrong-subdomain';
  // Sessions of the hosted page are the vendor's own, whoever shows it.
  const at = session.hostname;
  const isAtHome =
    at === HOSTED_HOST || [site.hostname, ask.hostname].every((host) => host === undefined || host === at);
  return isAtHome ? undefined : 'wrong-site';
};

const blobFault = (session: ArkoseSession, site: ArkoseSite, ask: Ask): ArkoseErrorCode | undefined => {
  if (session.blob === undefined) return site.needsBlob === true || ask.blob !== undefined ? 'blob-missing' : undefined;
  return session.blobFault ?? (ask.blob !== undefined && ask.blob !== session.blob ? 'blob-other' : undefined);
};

const stale = (session: ArkoseSession, lifetimeMs: number): ArkoseErrorCode | undefined => {
  if (!session.solved) return 'unsolved';
  if (session.used) return 'used';
  return Date.now() - session.at > lifetimeMs ? 'expired' : undefined;
};

/** The vendor's memory: sites, blobs and sessions, and what it says of a token. */
export const createOffice = (seed: number): ArkoseOffice => {
  const sites = new Map<string, ArkoseSite>();
  const sessions: ArkoseSession[] = [];
  const verifications: ArkoseControl['verifications'] = [];
  const blobs = createBlobs(seed);
  // Running, so that no token comes twice even after `clear`.
  let opened = 0;
  const find = (token: string): ArkoseSession | undefined => sessions.find((session) => session.token === token);

  const judge = (ask: Ask, lifetimeMs: number): ArkoseErrorCode | undefined => {
    if (!ask.token) return 'missing-token';
    const session = find(ask.token);
    if (session === undefined) return 'unknown-token';
    const site = sites.get(ask.publicKey ?? session.publicKey);
    if (site === undefined) return 'wrong-key';
    const code = foreign(session, site, ask) ?? blobFault(session, site, ask) ?? stale(session, lifetimeMs);
    // A refusal does not use the token up.
    if (code === undefined) session.used = true;
    return code;
  };

  return {
    verifications,
    sessions,
    blobs,
    find,
    addSite: (site) => sites.set(site.publicKey, site),
    site: (publicKey) => sites.get(publicKey),
    siteOfPrivateKey: (privateKey) => [...sites.values()].find((site) => privateKeyOf(site) === privateKey),
    open: (of, at) => {
      const token = spellToken(seed, opened, { ...of, suppressed: of.outcome === 'suppressed' });
      opened += 1;
      const fault = of.blob === undefined ? undefined : blobs.spend(of.publicKey, of.blob);
      const session: ArkoseSession = { ...of, token, blobFault: fault, at, used: false };
      sessions.push(session);
      return session;
    },
    verify: (ask, lifetimeMs) => {
      const code = judge(ask, lifetimeMs);
      const verdict = { success: code === undefined, errorCodes: code === undefined ? [] : [code] };
      verifications.push({ at: Date.now(), token: ask.token ?? '', ...verdict });
      return verdict;
    },
    clear: () => {
      sessions.length = 0;
      verifications.length = 0;
    },
  };
};
