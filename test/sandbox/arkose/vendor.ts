import type { Exchange, Handler, Reply } from '../server/exchange.ts';
import { notFound } from '../server/reply.ts';
import { DEFAULT_API_HOST, HOSTED_HOST, PATHS } from './hosts.ts';
import { type ArkoseOffice, createOffice, type Opening } from './office.ts';
import { apiScript, enforcementFrame, gameFrame, hostedFrame, legacyScript } from './scripts.ts';
import type { ArkoseControl } from './types.ts';
import { createArkoseReleases } from './variants.ts';
import { type ArkoseVendor, answerChallenge, openSession, verifyCall } from './vendor-calls.ts';

const DEFAULTS = { outcome: 'challenged', variant: null, tokenLifetimeMs: 30 * 60_000 } as const;

const createControl = (office: ArkoseOffice): ArkoseControl => {
  const control: ArkoseControl = {
    addSite: (site) => office.addSite(site),
    issueBlob: (publicKey) => office.blobs.issue(publicKey),
    openSession: ({ publicKey, hostname, blob }) => {
      const host = office.site(publicKey)?.host ?? DEFAULT_API_HOST;
      return office.open(
        { publicKey, hostname, host, blob, by: 'test', outcome: 'challenged', solved: false },
        Date.now(),
      ).token;
    },
    verify: (ask) => office.verify(ask, control.tokenLifetimeMs),
    verifications: office.verifications,
    sessions: office.sessions,
    ...DEFAULTS,
    reset: () => {
      office.clear();
      Object.assign(control, DEFAULTS);
    },
  };
  return control;
};

export type ArkoseMint = (of: Pick<Opening, 'publicKey' | 'host' | 'hostname' | 'blob'>, at: number) => string;

/** A worker's session for a task: opened through the host it was told, with the blob it was told, and solved. */
const createMint =
  (office: ArkoseOffice): ArkoseMint =>
  (of, at) =>
    office.open({ ...of, by: 'task', outcome: 'challenged', solved: true }, at).token;

type Route = readonly [path: RegExp, act: (exchange: Exchange, found: string) => Reply | Promise<Reply>];

/** The Arkose vendor: scripts, frames, sessions and verification. */
export const createArkose = (seed: number): { vendor: ArkoseVendor; mint: ArkoseMint; handle: Handler } => {
  const office = createOffice(seed);
  const vendor: ArkoseVendor = { control: createControl(office), office, releases: createArkoseReleases(seed) };
  const routes: readonly Route[] = [
    [PATHS.api, (exchange, key) => apiScript(vendor, key, exchange)],
    [PATHS.enforcement, (_, hash) => enforcementFrame(vendor, hash)],
    [PATHS.session, (exchange, key) => openSession(vendor, key, exchange)],
    [PATHS.answer, (exchange) => answerChallenge(vendor, exchange)],
    [PATHS.game, () => gameFrame()],
    [PATHS.legacy, (exchange) => legacyScript(vendor, exchange)],
    [PATHS.hosted, ({ host }, key) => (host === HOSTED_HOST ? hostedFrame(vendor, key) : notFound())],
    [PATHS.verify, (exchange) => verifyCall(vendor, exchange)],
  ];
  const handle: Handler = (exchange) => {
    for (const [path, act] of routes) {
      const found = path.exec(exchange.url.pathname);
      if (found) return act(exchange, found[1] ?? '');
    }
    return notFound();
  };
  return { vendor, mint: createMint(office), handle };
};
