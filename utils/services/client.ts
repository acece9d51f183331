import type { PlacedChallenge } from '../widgets/challenge';
import type { Kind } from '../widgets/kinds';
import { speaking } from './dialect';
import { answers, type HttpDeps, post } from './http';
import { type AccountOptions, documented, suffixedKey } from './options';
import { type Balance, type Call, type Created, createdIn, type Progress, progressIn, type Reported } from './outcome';
import { httpTrouble, refusalIn, trouble, unsupported, wayTrouble } from './refusal';
import { amount, jsonFields } from './reply';
import { keyWatch } from './secret';
import type { Service, TaskId, TaskOrNot } from './service';

export type { Balance, Created, Progress, Reported } from './outcome';
export type { Refusal } from './refusal';

/** A service with the key and the address to use. Lives in the background only. */
export interface Account {
  service: Service;
  base: string;
  clientKey: string;
  /** For the custom service: the id of the service whose dialect it speaks. */
  dialect?: string | undefined;
  options?: AccountOptions | undefined;
  /** The person lets this service have the whole address of the page. */
  wholeAddress?: boolean | undefined;
}

const callOf = (account: Account, kind?: Kind): Call => {
  const service = speaking(account.service, account.dialect);
  return {
    service,
    holdsKey: keyWatch(account.clientKey),
    capability: kind && service.capabilities[kind],
  };
};

/** The task that would be sent, or why there is none. Policy asks before anything is paid. */
export function taskFor(account: Pick<Account, 'service' | 'dialect'>, challenge: PlacedChallenge): TaskOrNot {
  const capability = speaking(account.service, account.dialect).capabilities[challenge.kind];
  return capability?.task(challenge) ?? { unsupported: 'kind' };
}

/** Whether the service has a way to hear that an answer of this kind was wrong. */
export const canReport = ({ service, dialect }: Pick<Account, 'service' | 'dialect'>, kind: Kind): boolean =>
  speaking(service, dialect).reports[kind] !== undefined;

/** The shared protocol of the family. Each call is sent once at most; none throws. `answers` alone asks besides. */
export function createClient(deps: HttpDeps) {
  const send = ({ base }: Account, method: string, body: string) => post(`${base}/${method}`, body, deps);

  return {
    async createTask(account: Account, challenge: PlacedChallenge): Promise<Created> {
      const call = callOf(account, challenge.kind);
      const { service, capability } = call;
      const task = taskFor(account, challenge);
      if (isRefused(task))
        return { outcome: 'refused', refusal: unsupported(service, task.unsupported, challenge.kind) };
      const { callbackUrl, softId, appId, nocache, keySuffixes } = documented(account.options, service.options);
      const exchange = await send(
        account,
        'createTask',
        jsonFields({
          clientKey: suffixedKey(account.clientKey, keySuffixes),
          appId,
          task: nocache && capability?.nocache ? { ...task, nocache } : task,
          softId,
          callbackUrl,
        }),
      );
      // Lost on its way, or never on one: only the first may have made a task.
      const unreachable = exchange.outcome === 'silent' && !exchange.timedOut && !(await answers(account.base, deps));
      if (!unreachable) return createdIn(call, task.type, exchange);
      return { outcome: 'refused', refusal: { ...wayTrouble(service, exchange), unreachable } };
    },

    async getTaskResult(account: Account, challenge: PlacedChallenge, taskId: TaskId): Promise<Progress> {
      const body = jsonFields({ clientKey: account.clientKey }, taskId);
      const exchange = await send(account, 'getTaskResult', body);
      return progressIn(callOf(account, challenge.kind), exchange);
    },

    async getBalance(account: Account): Promise<Balance> {
      const { service, holdsKey } = callOf(account);
      if (!service.tellsBalance)
        return {
          outcome: 'failed',
          refusal: trouble(service, '{service} does not tell its balance.', 'Look at its web site.', null, {
            unsupported: 'method',
          }),
        };
      const exchange = await send(account, 'getBalance', jsonFields({ clientKey: account.clientKey }));
      if (exchange.outcome !== 'reply') return { outcome: 'failed', refusal: wayTrouble(service, exchange) };
      const balance = amount(exchange.body['balance']);
      const refusal = refusalIn(service, exchange, holdsKey, balance !== null);
      if (refusal) return { outcome: 'failed', refusal };
      if (balance !== null) return { outcome: 'balance', amount: balance };
      return {
        outcome: 'failed',
        refusal: trouble(service, '{service} answered without a balance.', 'Try again later.'),
      };
    },

    /** Says that an answer was wrong. Whoever calls this remembers that it was said: never twice. */
    async reportIncorrect(account: Account, kind: Kind, taskId: TaskId): Promise<Reported> {
      const { service, holdsKey } = callOf(account);
      const report = service.reports[kind];
      if (!report) return { outcome: 'failed', refusal: unsupported(service, 'method', kind) };
      const { appId } = documented(account.options, service.options);
      const body = jsonFields({ clientKey: account.clientKey, appId }, taskId, report.extra);
      const exchange = await send(account, report.method, body);
      if (exchange.outcome !== 'reply') return { outcome: 'failed', refusal: wayTrouble(service, exchange) };
      const refusal = refusalIn(service, exchange, holdsKey, exchange.body['status'] === 'success');
      if (refusal) return { outcome: 'failed', refusal };
      if (exchange.status < 400) return { outcome: 'reported' };
      return { outcome: 'failed', refusal: httpTrouble(service, exchange.status, 'an error', exchange.retryAfterMs) };
    },
  };
}

export type Client = ReturnType<typeof createClient>;

const isRefused = (task: TaskOrNot): task is Extract<TaskOrNot, { unsupported: unknown }> =>
  typeof task['unsupported'] === 'string';
