import type { Exchange, Reply } from '../server/exchange.ts';
import { answer, json } from '../server/reply.ts';
import type { ArkoseOffice } from './office.ts';
import type { ArkoseControl, ArkoseOutcome } from './types.ts';
import type { ArkoseReleases } from './variants.ts';

export interface ArkoseVendor {
  control: ArkoseControl;
  office: ArkoseOffice;
  releases: ArkoseReleases;
}

/** What opening a session answers. */
export interface SessionReply {
  token: string;
  suppressed: boolean;
}

const DEFAULT_DELAY_MS = 20;
const OPEN = { 'access-control-allow-origin': '*' };

const hostnameOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

const outcomeFor = ({ outcome }: ArkoseControl, publicKey: string): ArkoseOutcome =>
  typeof outcome === 'function' ? outcome(publicKey) : outcome;

const refused = (error: string, status: number): Reply =>
  answer('application/json', JSON.stringify({ error }), OPEN, status);

/** POST /fc/gt2/public_key/KEY opens a session. This is the moment when the blob is spent. */
export const openSession = async (
  vendor: ArkoseVendor,
  publicKey: string,
  { body, host, at }: Exchange,
): Promise<Reply> => {
  const { control, office, releases } = vendor;
  const form = new URLSearchParams(body);
  const outcome = outcomeFor(control, publicKey);
  const delayMs = releases.find(form.get('capi_hash') ?? '')?.sessionDelayMs ?? DEFAULT_DELAY_MS;
  const suppressed = outcome === 'suppressed';
  const known = office.site(publicKey) !== undefined && outcome !== 'error';
  const session =
    known &&
    office.open(
      {
        publicKey,
        host,
        hostname: hostnameOf(form.get('site') ?? ''),
        blob: form.get('data[blob]') ?? undefined,
        by: 'widget',
        outcome,
        solved: suppressed,
      },
      at,
    );
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (!session) return refused('DENIED ACCESS', 400);
  const reply: SessionReply = { token: session.token, suppressed };
  return json(reply, OPEN);
};

/** POST /fc/ca/ answers the challenge of a session. */
export const answerChallenge = ({ office }: ArkoseVendor, { body }: Exchange): Reply => {
  const session = office.find(new URLSearchParams(body).get('session_token') ?? '');
  if (session === undefined) return refused('DENIED ACCESS', 400);
  session.solved = session.outcome !== 'failed';
  return json({ response: 'answered', solved: session.solved }, OPEN);
};

/** POST /api/v4/verify/, the customer's server-side call, with the parts of its reply that customers read. */
export const verifyCall = ({ control, office }: ArkoseVendor, { body, headers }: Exchange): Reply => {
  const isJson = (headers['content-type'] ?? '').includes('json');
  const form = new URLSearchParams(isJson ? Object.entries(JSON.parse(body) as Record<string, string>) : body);
  const site = office.siteOfPrivateKey(form.get('private_key') ?? '');
  if (site === undefined) return json({ error: 'Invalid private key' }, {}, 400);
  const token = form.get('session_token') ?? '';
  const used = office.find(token)?.used ?? false;
  const { success, errorCodes } = control.verify({ token, publicKey: site.publicKey });
  if (errorCodes.includes('missing-token') || errorCodes.includes('unknown-token')) {
    return json({ error: 'Invalid session token', verified: new Date().toISOString() }, {}, 400);
  }
  return json({
    session_details: {
      solved: success,
      session: token.split('|')[0],
      public_key: site.publicKey,
      previously_verified: used,
    },
    error: errorCodes[0] ?? null,
  });
};
