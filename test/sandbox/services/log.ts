import { gunzipSync } from 'node:zlib';
import { type Exchange, isAnswer, type Reply } from '../server/exchange.ts';
import type { LoggedRequest } from '../types.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Clients may send anything, and faults answer anything.
    return undefined;
  }
};

const inflate = (body: Buffer): Buffer => {
  try {
    return gunzipSync(body);
  } catch {
    // A fault that lies about its encoding.
    return body;
  }
};

const replyOf = (reply: Reply): unknown => {
  if (!isAnswer(reply)) return null;
  const text = String(typeof reply.body === 'string' ? reply.body : inflate(reply.body));
  return parse(text) ?? text;
};

/** Notes a request when it comes, and its reply when there is one. */
export const openEntry = (
  requests: LoggedRequest[],
  exchange: Exchange,
): ((reply: Reply, tooSoon: boolean) => void) => {
  const { at, method, host, path, headers, body: rawBody } = exchange;
  const entry: LoggedRequest = {
    at,
    method,
    host,
    path,
    headers,
    rawBody,
    body: parse(rawBody),
    status: 0,
    reply: null,
  };
  requests.push(entry);
  return (reply, tooSoon) => {
    entry.status = isAnswer(reply) ? reply.status : 0;
    entry.reply = replyOf(reply);
    if (tooSoon) entry.tooSoon = true;
  };
};
