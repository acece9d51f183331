import { request } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  bytes: Buffer;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Asks the sandbox for a URL on any of its hosts, from Node: over plain HTTP, with that host's name. */
export const ask = (port: number, address: string, question: Question = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(address);
    const { method = 'GET', headers = {}, body } = question;
    const path = `${pathname}${search}`;
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { statusCode: status = 0, headers } = incoming;
        const bytes = Buffer.concat(chunks);
        resolve({ status, headers, body: bytes.toString('utf8'), bytes });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
