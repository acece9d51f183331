import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Certificate } from './certificate.ts';
import { type Handler, readExchange, sendReply } from './exchange.ts';

export interface Listener {
  readonly port: number;
  /** Ends every open connection, and goes on listening. */
  hangUp(): void;
  close(): Promise<void>;
}

// TLS records open with 0x16; anything else on the shared port is plain HTTP.
const TLS_HANDSHAKE = 0x16;

const serve = (scheme: 'http' | 'https', handler: Handler) => (request: IncomingMessage, response: ServerResponse) => {
  // A client that hangs up is an ordinary event here: tests cut connections on purpose.
  response.on('error', () => undefined);
  readExchange(request, scheme)
    .then(handler)
    .then((reply) => sendReply(response, reply))
    .catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      sendReply(response, { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error) });
    });
};

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Listens on loopback; the one port speaks HTTPS and plain HTTP. */
export const listen = async (port: number, certificate: Certificate, handler: Handler): Promise<Listener> => {
  const secure = createHttpsServer(certificate, serve('https', handler));
  const plain = createHttpServer(serve('http', handler));
  // As web servers commonly do; Node's own default closes after five seconds.
  secure.keepAliveTimeout = plain.keepAliveTimeout = 75_000;
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  const bound = await bind(front, port);
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      front.close(() => resolve());
      hangUp();
    });
  return { port: bound, hangUp, close };
};
