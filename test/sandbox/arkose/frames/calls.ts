import type { SessionReply } from '../vendor-calls.ts';

const post = async (path: string, form: Record<string, string>): Promise<unknown> => {
  const response = await fetch(path, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
};

/** Opens a session; with a blob, this spends it. */
export const askSession = (
  origin: string,
  publicKey: string,
  form: { site: string; blob: string | undefined; hash: string },
): Promise<SessionReply> => {
  const { site, blob, hash } = form;
  const data: Record<string, string> = blob === undefined ? {} : { 'data[blob]': blob };
  const fields = { public_key: publicKey, site, capi_hash: hash, userbrowser: navigator.userAgent, ...data };
  return post(`${origin}/fc/gt2/public_key/${publicKey}`, {
    ...fields,
    rnd: String(Math.random()),
  }) as Promise<SessionReply>;
};

/** Answers a session's challenge; whether that solved it. */
export const sendAnswer = async (token: string): Promise<boolean> => {
  const reply = (await post('/fc/ca/', { session_token: token, guess: '[{"index":3}]' })) as { solved: boolean };
  return reply.solved;
};
