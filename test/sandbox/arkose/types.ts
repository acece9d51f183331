/** What the Arkose (FunCaptcha) stand-in offers; facts/widgets.md 4. */

/** How sessions go: without a challenge, with one, not at all, or with a challenge that no answer passes. */
export type ArkoseOutcome = 'suppressed' | 'challenged' | 'error' | 'failed';

export interface ArkoseSite {
  /** A UUID. */
  publicKey: string;
  /** The host that serves its script, and the only one whose tokens count (`surl`). */
  host: string;
  /** Sessions of this key must bring a blob that was issued and not yet spent. */
  needsBlob?: boolean;
  /** The only site that sessions may be opened on; missing: any. */
  hostname?: string;
  /** For the vendor's HTTP endpoint; `private-PUBLICKEY` unless told. */
  privateKey?: string;
}

export type ArkoseErrorCode =
  | 'missing-token'
  | 'unknown-token'
  | 'wrong-key'
  | 'wrong-subdomain'
  | 'wrong-site'
  | 'unsolved'
  | 'used'
  | 'expired'
  | 'blob-missing'
  | 'blob-unknown'
  | 'blob-spent'
  | 'blob-other';

/** A session at the vendor: its token is the same string before and after it is solved. */
export interface ArkoseSession {
  readonly token: string;
  readonly publicKey: string;
  /** The host that it was opened through. */
  readonly host: string;
  /** Host of the page that it was opened on. */
  readonly hostname: string;
  readonly blob: string | undefined;
  /** What is wrong with its blob, found when the session was opened. */
  readonly blobFault: ArkoseErrorCode | undefined;
  readonly by: 'widget' | 'task' | 'test';
  readonly at: number;
  /** How it goes; tasks' sessions and those of openSession are 'challenged'. */
  readonly outcome: ArkoseOutcome;
  solved: boolean;
  used: boolean;
}

export interface ArkoseVerdict {
  success: boolean;
  errorCodes: ArkoseErrorCode[];
}

export interface ArkoseVariant {
  /** ms from the load event of api.js to the call of its data-callback. */
  callbackDelayMs: number;
  /** 'sync': called while api.js runs, when the function is there by then. */
  callback: 'later' | 'sync';
  /** ms that the enforcement frame takes from its load to onReady. */
  readyDelayMs: number;
  /** ms that a new session takes at the vendor. */
  sessionDelayMs: number;
  /** ms between onShow and onShown. */
  shownDelayMs: number;
  /** In the enforcement frame's address. */
  version: string;
  hash: string;
  frameTitle: string;
  /** Id of the enforcement frame; '' for none. */
  frameId: string;
  /** Which hidden inputs the legacy script makes. */
  legacyFields: 'fc-token' | 'verification-token' | 'both';
  /** When sessions open without run(): inline ones once ready, all once ready, or none. Not drawn: 'inline' unless set. */
  prefetch: 'inline' | 'always' | 'never';
}

export interface ArkoseControl {
  /** Makes a key known; a later call for the same key replaces it. */
  addSite(site: ArkoseSite): void;
  /** A blob for one session, as a customer's server gets it from the vendor. */
  issueBlob(publicKey: string): string;
  /** Opens a session as the widget would, for pages whose server puts the token into the form. */
  openSession(of: { publicKey: string; hostname: string; blob?: string }): string;
  /** The server-side check. `blob`: the one that the asker handed out for this form; `hostname`: where it was served. */
  verify(ask: {
    token: string | undefined;
    publicKey: string | undefined;
    blob?: string;
    hostname?: string;
  }): ArkoseVerdict;
  readonly verifications: { at: number; token: string; success: boolean; errorCodes: ArkoseErrorCode[] }[];
  /** Every session there was, in order: the widgets', and one for each FunCaptcha task of any service. */
  readonly sessions: readonly ArkoseSession[];
  /** How new sessions of widgets go; a function is asked for each. 'challenged' unless set. */
  outcome: ArkoseOutcome | ((publicKey: string) => ArkoseOutcome);
  /** Fixes what is otherwise drawn from the seed for each load of a script. */
  variant: Partial<ArkoseVariant> | null;
  /** Tokens age as if this many ms had passed; 30 minutes unless set. */
  tokenLifetimeMs: number;
  /** Forgets sessions and verifications, and sets outcome, variant and lifetime back; keeps sites and blobs. */
  reset(): void;
}
