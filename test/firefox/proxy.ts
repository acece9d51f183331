import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { partFor } from '../sandbox/server/hosts.ts';

export interface Proxy {
  readonly port: number;
  close(): void;
}

/** Firefox has no resolver rules: a proxy that leads every host that the sandbox plays there, and all others nowhere. */
export async function startProxy(sandboxPort: number): Promise<Proxy> {
  const sockets = new Set<Duplex>();
  // Plain HTTP, such as Firefox's own question whether it is online.
  const server = createServer((_, response) => void response.writeHead(502).end());
  server.on('connect', ({ url = '' }, near: Duplex) => {
    if (partFor(url.replace(/:\d+$/, '')) === 'nobody') return void near.end('HTTP/1.1 502 Not played\r\n\r\n');
    const far: Socket = connect(sandboxPort, '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connected\r\n\r\n');
      near.pipe(far).pipe(near);
    });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(end);
      // Either end hangs up when it likes; so must the other, or a page would wait for it.
      end.on('error', () => other.destroy());
      end.on('close', () => {
        sockets.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
