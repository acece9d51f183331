import type { ReadPicture } from '../images/reader.ts';
import type { Exchange, Handler, Reply } from '../server/exchange.ts';
import { createRandom } from '../server/random.ts';
import { json } from '../server/reply.ts';
import type { CallMethod, LoggedRequest, ServiceControl, ServiceId } from '../types.ts';
import { createAccounts } from './accounts.ts';
import { readBody } from './body.ts';
import { DIALECTS } from './dialects.ts';
import { answerFault, pause } from './fault-replies.ts';
import { createFaults } from './faults.ts';
import { openEntry } from './log.ts';
import { type Desk, METHODS, report } from './protocol.ts';
import { type Outcome, refuse, refuseWith } from './refusal.ts';
import { isCall, methodFor, missingPage, offers, pageFor } from './route.ts';
import { spellUuid } from './spell.ts';
import { createTaskStore, type Ids } from './tasks.ts';
import type { Mints } from './work.ts';

export interface ServiceOptions extends Mints {
  origin: string;
  seed: number;
  solveAfterMs: number;
  read: ReadPicture;
}

const idsFor = (id: ServiceId, seed: number): Ids => {
  const { ids } = DIALECTS[id];
  if (ids === 'uuid') return { first: 1, spell: (taskId) => JSON.stringify(spellUuid(`${seed}/${taskId}`)) };
  return { first: createRandom(seed).integer(ids.from, ids.to), spell: String };
};

const UNKNOWN_METHOD = 'ERROR_NO_SUCH_METHOD';

/** A solving service that speaks one dialect; facts/services.md 1 to 3. */
export const createService = (id: ServiceId, options: ServiceOptions): { control: ServiceControl; handle: Handler } => {
  const dialect = DIALECTS[id];
  const { pages = [] } = dialect;
  const accounts = createAccounts(dialect.keySuffixes === true);
  const tasks = createTaskStore(dialect, idsFor(id, options.seed));
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const control: ServiceControl = {
    id,
    base: dialect.base,
    origin: options.origin,
    taskTypes: Object.keys(dialect.types),
    errorCodes: Object.keys(dialect.errorIds),
    addKey: (clientKey, balance) => accounts.add(clientKey, balance),
    balance: (clientKey) => accounts.balance(clientKey),
    requests,
    tasks: tasks.all,
    reports: [],
    solveAfterMs: options.solveAfterMs,
    price: dialect.price,
    endWith: null,
    solve: null,
    fault: (method, fault, times = 1) => faults.add(method, fault, times),
    clearFaults: (method) => faults.clear(method),
    reset: () => {
      requests.length = 0;
      control.reports.length = 0;
      control.endWith = null;
      control.solve = null;
      desk.balanceAsked.clear();
      tasks.clear();
      faults.clear();
    },
  };
  const desk: Desk = {
    dialect,
    accounts,
    tasks,
    reports: control.reports,
    balanceAsked: new Map(),
    price: () => control.price,
    latency: () => (typeof control.solveAfterMs === 'function' ? control.solveAfterMs() : control.solveAfterMs),
    endWith: () => control.endWith,
    solve: (task) => control.solve?.(task),
    mint: options.mint,
    read: (task, fields, at) => options.read({ service: id, task, fields, at }),
    mintArkose: options.mintArkose,
  };

  const perform = (method: CallMethod, exchange: Exchange): Outcome => {
    const body = readBody(exchange.body);
    if (body === undefined) return refuse(dialect, method, 'notJson');
    const call = { at: Date.now(), ...body };
    return isCall(method) ? METHODS[method](desk, call) : report(desk, method, call);
  };

  const unknown = (): Reply =>
    dialect.unknownMethod === 'page' ? missingPage() : json(refuseWith(dialect, 'getBalance', UNKNOWN_METHOD).reply);

  const tooSoon = new WeakSet<Exchange>();
  const truth = async (method: CallMethod, exchange: Exchange): Promise<Reply> => {
    if (!offers(dialect, method)) return unknown();
    const outcome = perform(method, exchange);
    if (outcome.tooSoon === true) tooSoon.add(exchange);
    if (outcome.holdMs !== undefined) await pause(outcome.holdMs);
    return json(outcome.reply, {}, outcome.status);
  };

  const respond = async (exchange: Exchange): Promise<Reply> => {
    const page = pageFor(pages, exchange);
    if (page !== undefined) return page.reply(control.price);
    const method = methodFor(dialect, exchange, pages);
    if (method === undefined) return exchange.method === 'POST' ? unknown() : missingPage();
    const fault = faults.take(method);
    const work = (): Promise<Reply> => truth(method, exchange);
    return fault === undefined ? work() : answerFault(fault, { dialect, method, tasks: tasks.all, truth: work });
  };

  const handle: Handler = async (exchange) => {
    const close = openEntry(requests, exchange);
    const reply = await respond(exchange);
    close(reply, tooSoon.has(exchange));
    return reply;
  };
  return { control, handle };
};
