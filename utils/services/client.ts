import type { Answer, PlacedChallenge } from '../widgets/challenge';
import { type ErrorFact, errorFact } from './errors';
import { type Exchange, type HttpDeps, post } from './http';
import type { Service, TaskId } from './service';

/** A service with the key and the address to use. Lives in the background only. */
export interface Account {
  service: Service;
  base: string;
  clientKey: string;
}

/** An error of the service, by its code, or of the way there, with an empty code. */
export interface Refusal extends ErrorFact {
  code: string;
  retryAfterMs: number | null;
}

export type Created =
  | { outcome: 'created'; taskId: TaskId }
  | { outcome: 'answered'; answer: Answer }
  /** Certain that no task was made. */
  | { outcome: 'refused'; refusal: Refusal }
  /** Sent, and nobody knows whether a task was made: possibly charged. */
  | { outcome: 'unknown'; refusal: Refusal };

export type Progress =
  | { outcome: 'working'; retryAfterMs: number | null }
  | { outcome: 'ready'; answer: Answer; cost: number | null }
  | { outcome: 'failed'; refusal: Refusal };

export type Balance = { outcome: 'balance'; amount: number } | { outcome: 'failed'; refusal: Refusal };

const trouble = (message: string, advice: string, retryAfterMs: number | null = null): Refusal => ({
  class: 'later',
  code: '',
  message,
  advice,
  retryAfterMs,
});

function wayTrouble(service: Service, exchange: Exclude<Exchange, { outcome: 'reply' }>): Refusal {
  const address = service.base === null ? ' Check the service address.' : '';
  return exchange.outcome === 'silent'
    ? trouble(
        `${service.label} could not be reached (${exchange.reason}).`,
        `Check your connection; the service may be down.${address}`,
      )
    : trouble(
        `${service.label} answered with ${exchange.reason} (HTTP ${exchange.status}).`,
        `Try again later.${address}`,
        exchange.retryAfterMs,
      );
}

/** errorCode decides; errorId and errorDescription never do (fact sheet of services, 0.3). Null: no error at all. */
function refusalIn(reply: Extract<Exchange, { outcome: 'reply' }>): Refusal | null {
  const { errorCode, errorId } = reply.body;
  const code = typeof errorCode === 'string' ? errorCode.trim() : '';
  if (!code && (errorId === 0 || errorId === undefined || errorId === null)) return null;
  return { ...errorFact(code), code, retryAfterMs: reply.retryAfterMs };
}

const emptyAnswer = (): Refusal => ({
  class: 'task',
  code: '',
  message: 'The service sent an answer that is empty or of the wrong type.',
  advice: 'Reload the page to try again, or solve this one by hand.',
  retryAfterMs: null,
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const taskIdIn = (value: unknown): TaskId | null =>
  typeof value === 'string' && !['0', '""', 'null', ''].includes(value) && value.length <= 200 ? value : null;

/** The shared protocol of the family: createTask, getTaskResult, getBalance. Each call is sent once; none throws. */
export function createClient(deps: HttpDeps) {
  const send = ({ base, clientKey }: Account, method: string, rest: string) =>
    post(`${base}/${method}`, `{"clientKey":${JSON.stringify(clientKey)}${rest}}`, deps);

  const answerOf = (account: Account, challenge: PlacedChallenge, solution: unknown) =>
    isObject(solution) ? (account.service.capabilities[challenge.kind]?.answer(solution) ?? null) : null;

  return {
    async createTask(account: Account, challenge: PlacedChallenge): Promise<Created> {
      const capability = account.service.capabilities[challenge.kind];
      if (!capability)
        return {
          outcome: 'refused',
          refusal: { ...errorFact('ERROR_TASK_NOT_SUPPORTED'), code: '', retryAfterMs: null },
        };
      const exchange = await send(account, 'createTask', `,"task":${JSON.stringify(capability.task(challenge))}`);
      if (exchange.outcome !== 'reply') return { outcome: 'unknown', refusal: wayTrouble(account.service, exchange) };
      const refusal = refusalIn(exchange);
      if (refusal) return { outcome: 'refused', refusal };
      const { taskId, status, solution } = exchange.body;
      const answer = status === 'ready' ? answerOf(account, challenge, solution) : null;
      if (answer) return { outcome: 'answered', answer };
      const id = taskIdIn(taskId);
      if (id) return { outcome: 'created', taskId: id };
      const noTask = trouble(`${account.service.label} answered without a task.`, 'Try again later.');
      return { outcome: 'unknown', refusal: { ...noTask, class: 'task' } };
    },

    async getTaskResult(account: Account, challenge: PlacedChallenge, taskId: TaskId): Promise<Progress> {
      const exchange = await send(account, 'getTaskResult', `,"taskId":${taskId}`);
      // A task may be ready behind a bad minute of the network, so only the give-up time ends this.
      if (exchange.outcome === 'silent') return { outcome: 'working', retryAfterMs: null };
      if (exchange.outcome === 'unreadable') return { outcome: 'working', retryAfterMs: exchange.retryAfterMs };
      const refusal = refusalIn(exchange);
      if (refusal?.class === 'now' || refusal?.class === 'later')
        return { outcome: 'working', retryAfterMs: refusal.retryAfterMs };
      if (refusal) return { outcome: 'failed', refusal };
      const { status, solution, cost } = exchange.body;
      if (status === 'failed')
        return {
          outcome: 'failed',
          refusal: { ...errorFact('ERROR_CAPTCHA_UNSOLVABLE'), code: '', retryAfterMs: null },
        };
      if (status !== 'ready') return { outcome: 'working', retryAfterMs: exchange.retryAfterMs };
      const answer = answerOf(account, challenge, solution);
      return answer ? { outcome: 'ready', answer, cost: amount(cost) } : { outcome: 'failed', refusal: emptyAnswer() };
    },

    async getBalance(account: Account): Promise<Balance> {
      const exchange = await send(account, 'getBalance', '');
      if (exchange.outcome !== 'reply') return { outcome: 'failed', refusal: wayTrouble(account.service, exchange) };
      const refusal = refusalIn(exchange);
      if (refusal) return { outcome: 'failed', refusal };
      const balance = amount(exchange.body['balance']);
      return balance === null
        ? {
            outcome: 'failed',
            refusal: trouble(`${account.service.label} answered without a balance.`, 'Try again later.'),
          }
        : { outcome: 'balance', amount: balance };
    },
  };
}

export type Client = ReturnType<typeof createClient>;

/** Money as number or as string, as services send it; null for anything else. */
function amount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
