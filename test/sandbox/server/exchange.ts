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

export type Reply =
  | { status: number; headers: Record<string, string>; body: string | Buffer }
  /** The connection is torn down instead of an answer. */
  | { reset: true };

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

/** Answers a request, or tears its connection down. */
export const sendReply = (response: ServerResponse, reply: Reply): void => {
  if ('reset' in reply) {
    response.socket?.destroy();
    return;
  }
  const length = String(Buffer.byteLength(reply.body));
  response.writeHead(reply.status, { 'cache-control': 'no-cache', 'content-length': length, ...reply.headers });
  response.end(reply.body);
};
