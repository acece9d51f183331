import { withoutKey } from './answers';
import type { Exchange } from './http';
import {
  emptyAnswer,
  httpTrouble,
  type Refusal,
  refusalFor,
  refusalIn,
  trouble,
  UNSOLVABLE,
  wayTrouble,
} from './refusal';
import { amount, isObject, taskIdIn } from './reply';
import type { Capability, Service, ServiceAnswer, TaskId } from './service';

export type Created =
  | { outcome: 'created'; taskId: TaskId }
  | { outcome: 'answered'; answer: ServiceAnswer; taskId?: TaskId; cost?: number | null }
  /** Certain that no task was made. */
  | { outcome: 'refused'; refusal: Refusal }
  /** Sent, and nobody knows whether a task was made: possibly charged. */
  | { outcome: 'unknown'; refusal: Refusal; why?: 'timeout' | 'connection' | 'reply' };

export type Progress =
  /** `refusal`: what the service said instead, or what stood in the way. It may pause the service; twice `once` ends it. */
  | { outcome: 'working'; retryAfterMs: number | null; refusal?: Refusal }
  | { outcome: 'ready'; answer: ServiceAnswer; cost: number | null }
  | { outcome: 'failed'; refusal: Refusal };

export type Balance = { outcome: 'balance'; amount: number } | { outcome: 'failed'; refusal: Refusal };
export type Reported = { outcome: 'reported' } | { outcome: 'failed'; refusal: Refusal };

/** What a call needs to know to make sense of its reply. */
export interface Call {
  /** As it was spoken to. */
  service: Service;
  holdsKey(text: string): boolean;
  capability: Capability | undefined;
}

/** The request did not get as far as a task: a client error other than one that may come late. */
const notTaken = (status: number) => status >= 400 && status < 500 && status !== 408;
type Reply = Extract<Exchange, { outcome: 'reply' }>;

function answerIn({ capability, holdsKey }: Call, { body }: Reply): ServiceAnswer | null {
  const answer = body['status'] === 'ready' && isObject(body['solution']) ? capability?.answer(body['solution']) : null;
  return answer ? withoutKey(answer, holdsKey) : null;
}

/** What createTask has led to; `type` is the task's. */
export function createdIn(call: Call, type: string, exchange: Exchange): Created {
  if (exchange.outcome === 'reply') return createdBy(call, type, exchange);
  const refusal = wayTrouble(call.service, exchange);
  if (exchange.outcome === 'silent')
    return { outcome: 'unknown', refusal, why: exchange.timedOut ? 'timeout' : 'connection' };
  return notTaken(exchange.status) ? { outcome: 'refused', refusal } : { outcome: 'unknown', refusal, why: 'reply' };
}

function createdBy(call: Call, type: string, reply: Reply): Created {
  const taskId = taskIdIn(reply.body['taskId'], call.holdsKey);
  const answer = answerIn(call, reply);
  const refusal = refusalIn(call.service, reply, call.holdsKey, taskId !== null || answer !== null);
  if (refusal && refusal.class !== 'now')
    return { outcome: 'refused', refusal: refusal.scope === 'type' ? { ...refusal, taskType: type } : refusal };
  if (answer) return { outcome: 'answered', answer, ...(taskId && { taskId }), cost: amount(reply.body['cost']) };
  return taskId ? { outcome: 'created', taskId } : withoutTask(call, reply);
}

function withoutTask({ service }: Call, { status, body, retryAfterMs }: Reply): Created {
  if (body['status'] === 'failed') return { outcome: 'refused', refusal: unsolved(service) };
  if (notTaken(status)) return { outcome: 'refused', refusal: httpTrouble(service, status, 'an error', retryAfterMs) };
  const refusal = trouble(service, '{service} answered without a task.', 'Try again later.', retryAfterMs);
  return { outcome: 'unknown', refusal: { ...refusal, class: 'task' }, why: 'reply' };
}

const unsolved = (service: Service): Refusal => ({ ...refusalFor(service, UNSOLVABLE), code: '' });

/** How far getTaskResult says that a task is. */
export function progressIn(call: Call, exchange: Exchange): Progress {
  const { service } = call;
  // A task may be ready behind a bad minute of the network, so only time ends this.
  if (exchange.outcome === 'silent')
    return { outcome: 'working', retryAfterMs: null, refusal: wayTrouble(service, exchange) };
  const { retryAfterMs } = exchange;
  const busy = service.busyStatuses.includes(exchange.status);
  if (exchange.outcome === 'reply') return progressBy(call, exchange, busy);
  return { outcome: 'working', retryAfterMs, ...(!busy && { refusal: wayTrouble(service, exchange) }) };
}

function progressBy(call: Call, reply: Reply, busy: boolean): Progress {
  const { service, holdsKey } = call;
  const { body, status, retryAfterMs } = reply;
  const answer = answerIn(call, reply);
  const refusal = refusalIn(service, reply, holdsKey, answer !== null);
  if (refusal) return refusedPoll(refusal, busy);
  if (answer) return { outcome: 'ready', answer, cost: amount(body['cost']) };
  if (body['status'] === 'ready') return { outcome: 'failed', refusal: emptyAnswer(service) };
  if (body['status'] === 'failed') return { outcome: 'failed', refusal: unsolved(service) };
  const odd = status >= 400 && !busy && typeof body['status'] !== 'string';
  return {
    outcome: 'working',
    retryAfterMs,
    ...(odd && { refusal: httpTrouble(service, status, 'an error', retryAfterMs) }),
  };
}

/** Whether an error while polling speaks of the task or of the poll alone. */
function refusedPoll(refusal: Refusal, busy: boolean): Progress {
  const { retryAfterMs, backOffMs } = refusal;
  if (refusal.class === 'now' || (busy && !refusal.code)) return { outcome: 'working', retryAfterMs };
  if (refusal.class !== 'later' || refusal.endsTask) return { outcome: 'failed', refusal };
  const wait = Math.max(retryAfterMs ?? 0, backOffMs ?? 0);
  return { outcome: 'working', retryAfterMs: wait || null, refusal };
}
