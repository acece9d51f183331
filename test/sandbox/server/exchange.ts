import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, read to its end. `host` has no port; `path` keeps its query. */
export interface Exchange {
  at: number;
  method: string;
  host: string;
  path: string;
  url: URL;
  headers: Record<string, string>;
  bytes: Buffer;
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** The body goes out so many bytes at a time. */
  pace?: { bytes: number; everyMs: number };
  /** The connection is torn down after so many bytes of the body. */
  cutAfter?: number;
}

export type Reply =
  | Answer
  /** The connection is torn down instead of an answer. */
  | { reset: true }
  /** Never an answer. */
  | { hang: true };

/** Whether a reply is one that anything of is sent for. */
export const isAnswer = (reply: Reply): reply is Answer => 'status' in reply;

export type Handler = (exchange: Exchange) => Reply | Promise<Reply>;

const flatten = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));

/** Reads a request to its end. */
export const readExchange = async (request: IncomingMessage, scheme: 'http' | 'https'): Promise<Exchange> => {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const authority = request.headers.host ?? 'localhost';
  const path = request.url ?? '/';
  const url = new URL(path, `${scheme}://${authority}`);
  return {
    at,
    method: request.method ?? 'GET',
    host: url.hostname,
    path,
    url,
    headers: flatten(request.headers),
    bytes,
    body: bytes.toString('utf8'),
  };
};

const trickle = (response: ServerResponse, body: Buffer, { bytes, everyMs }: NonNullable<Answer['pace']>): void => {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + bytes));
    sent += bytes;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.on('close', () => clearInterval(timer));
};

/** Answers a request, or tears its connection down. */
export const sendReply = (response: ServerResponse, reply: Reply): void => {
  if ('hang' in reply) return;
  if ('reset' in reply) {
    response.socket?.destroy();
    return;
  }
  const length = String(Buffer.byteLength(reply.body));
  response.writeHead(reply.status, { 'cache-control': 'no-cache', 'content-length': length, ...reply.headers });
  const { body, pace, cutAfter } = reply;
  if (pace !== undefined) return trickle(response, Buffer.from(body), pace);
  if (cutAfter === undefined) response.end(body);
  else response.write(Buffer.from(body).subarray(0, cutAfter), () => response.socket?.destroy());
};
