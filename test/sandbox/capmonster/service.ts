import type { Exchange, Handler, Reply } from '../server/exchange.ts';
import { json, notFound } from '../server/reply.ts';
import type { LoggedRequest, ServiceControl, ServiceMethod } from '../types.ts';
import { createAccounts } from './accounts.ts';
import { refusal } from './errors.ts';
import { answerFault, createFaults } from './faults.ts';
import { type Call, type Desk, METHODS, methodFor } from './protocol.ts';
import { createTaskStore } from './tasks.ts';

export interface ServiceOptions {
  origin: string;
  firstTaskId: number;
  solveAfterMs: number;
  mint: Desk['mint'];
}

const DEFAULT_PRICE = 0.0006;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the protocol has an answer for that.
    return undefined;
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bodyOf = (reply: Reply): unknown => {
  if ('reset' in reply) return null;
  const text = String(reply.body);
  return parse(text) ?? text;
};

/** A solving service that speaks CapMonster Cloud's dialect; facts/services.md 1 to 3. */
export const createService = (options: ServiceOptions): { control: ServiceControl; handle: Handler } => {
  const accounts = createAccounts();
  const tasks = createTaskStore(options.firstTaskId);
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const control: ServiceControl = {
    origin: options.origin,
    addKey: (clientKey, balance) => accounts.add(clientKey, balance),
    balance: (clientKey) => accounts.balance(clientKey),
    requests,
    tasks: tasks.all,
    solveAfterMs: options.solveAfterMs,
    price: DEFAULT_PRICE,
    fault: (method, fault, times = 1) => faults.add(method, fault, times),
    reset: () => {
      requests.length = 0;
      tasks.clear();
      faults.clear();
    },
  };
  const desk: Desk = {
    accounts,
    tasks,
    price: () => control.price,
    latency: () => (typeof control.solveAfterMs === 'function' ? control.solveAfterMs() : control.solveAfterMs),
    mint: options.mint,
  };

  const tooSoon = new WeakSet<Exchange>();
  const work =
    (method: ServiceMethod) =>
    (exchange: Exchange): Reply => {
      const body = parse(exchange.body);
      if (!isObject(body))
        return json({ ...refusal('ERROR_TASK_ABSENT'), ...(method === 'createTask' ? { taskId: 0 } : {}) });
      const call: Call = { at: Date.now(), host: exchange.host, body };
      const outcome = METHODS[method](desk, call);
      if (outcome.tooSoon === true) tooSoon.add(exchange);
      return json(outcome.reply);
    };

  const respond = async (exchange: Exchange): Promise<Reply> => {
    const method = methodFor(exchange.url.pathname);
    if (method === undefined || exchange.method !== 'POST') return notFound();
    const fault = faults.take(method);
    return fault === undefined ? work(method)(exchange) : answerFault(method, fault, exchange, work(method));
  };

  const handle: Handler = async (exchange) => {
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
    const reply = await respond(exchange);
    entry.status = 'reset' in reply ? 0 : reply.status;
    entry.reply = bodyOf(reply);
    if (tooSoon.has(exchange)) entry.tooSoon = true;
    return reply;
  };
  return { control, handle };
};
