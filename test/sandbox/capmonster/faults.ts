import type { Exchange, Reply } from '../server/exchange.ts';
import { answer, json } from '../server/reply.ts';
import type { Fault, ServiceMethod } from '../types.ts';

export interface Faults {
  add(method: ServiceMethod | '*', fault: Fault, times: number): void;
  /** Takes the next fault that is due for a call of `method`. */
  take(method: ServiceMethod): Fault | undefined;
  clear(): void;
}

/** Queued faults, first in first out. */
export const createFaults = (): Faults => {
  let queue: { method: ServiceMethod | '*'; fault: Fault; left: number }[] = [];
  return {
    add: (method, fault, times) => {
      queue.push({ method, fault, left: times });
    },
    take: (method) => {
      const due = queue.find((entry) => entry.method === '*' || entry.method === method);
      if (due === undefined) return undefined;
      due.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return due.fault;
    },
    clear: () => {
      queue = [];
    },
  };
};

const wrong = (method: ServiceMethod, fault: Extract<Fault, { kind: 'error' }>): Reply =>
  json(
    {
      errorId: fault.errorId ?? 1,
      errorCode: fault.errorCode,
      errorDescription: fault.errorCode === null ? null : `Fault on demand: ${fault.errorCode}`,
      ...(method === 'createTask' ? { taskId: 0 } : {}),
    },
    {},
    fault.status,
  );

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers a call with a fault; `truth` does the call's real work, for the faults that let it happen. */
export const answerFault = async (
  method: ServiceMethod,
  fault: Fault,
  exchange: Exchange,
  truth: (exchange: Exchange) => Reply,
): Promise<Reply> => {
  switch (fault.kind) {
    case 'error':
      return wrong(method, fault);
    case 'json':
      return json(fault.value, {}, fault.status);
    case 'raw':
      return answer(fault.contentType ?? 'text/html', fault.text, fault.headers, fault.status);
    case 'big':
      return json({ errorId: 0, padding: 'x'.repeat(fault.bytes) });
    case 'reset':
      if (fault.afterWork === true) truth(exchange);
      return { reset: true };
    case 'delay':
      await pause(fault.ms);
      return truth(exchange);
  }
};
