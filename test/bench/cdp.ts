import type { Readable, Writable } from 'node:stream';

/** Something that speaks the DevTools protocol: the browser, or one target of it. */
export interface Cdp {
  send<Reply = unknown>(method: string, params?: object): Promise<Reply>;
  /** The next such event, from now on. */
  once<Params = unknown>(event: string): Promise<Params>;
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

const ROOT = '';

/** Speaks over Chromium's debugging pipe: messages are JSON, each ended by a NUL. `session('')` is the browser itself. */
export const connect = (output: Writable, input: Readable): { session(id: string): Cdp } => {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  let lastId = 0;

  const take = (message: Message): void => {
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      return;
    }
    const name = `${message.sessionId ?? ROOT} ${message.method}`;
    const heard = listeners.get(name) ?? [];
    listeners.delete(name);
    for (const listener of heard) listener(message.params);
  };

  let rest = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part) as Message);
  });

  const session = (sessionId: string): Cdp => ({
    send: <Reply>(method: string, params: object = {}) =>
      new Promise<Reply>((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, ({ result, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as Reply),
        );
        const message = { id, method, params, ...(sessionId !== ROOT && { sessionId }) };
        output.write(`${JSON.stringify(message)}\0`);
      }),
    once: <Params>(event: string) =>
      new Promise<Params>((resolve) => {
        const name = `${sessionId} ${event}`;
        listeners.set(name, [...(listeners.get(name) ?? []), resolve as (params: unknown) => void]);
      }),
  });
  return { session };
};
