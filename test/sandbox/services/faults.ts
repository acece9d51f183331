import type { CallMethod, Fault } from '../types.ts';

type Target = CallMethod | '*';

export interface Faults {
  add(method: Target, fault: Fault, times: number | 'always'): void;
  /** Takes the next fault that is due for a call of `method`. */
  take(method: CallMethod): Fault | undefined;
  clear(method?: Target): void;
}

/** Queued faults, first in first out, and standing ones for when no queued one is due. */
export const createFaults = (): Faults => {
  let queue: { method: Target; fault: Fault; left: number }[] = [];
  const standing = new Map<Target, Fault>();
  return {
    add: (method, fault, times) => {
      if (times === 'always') standing.set(method, fault);
      else queue.push({ method, fault, left: times });
    },
    take: (method) => {
      const due = queue.find((entry) => entry.method === '*' || entry.method === method);
      if (due === undefined) return standing.get(method) ?? standing.get('*');
      due.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return due.fault;
    },
    clear: (method) => {
      queue = method === undefined ? [] : queue.filter((entry) => entry.method !== method);
      if (method === undefined) standing.clear();
      else standing.delete(method);
    },
  };
};
