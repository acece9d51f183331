import { type ErrorFact, type ErrorFacts, fact, reload } from './error-fact';
import { ACCOUNT_ERRORS } from './errors-account';
import { BUSY_ERRORS, PROXY_ERRORS } from './errors-busy';
import { TASK_ERRORS } from './errors-task';
import { serviceOf } from './registry';
import { said } from './wording';

export type { ErrorClass, ErrorFact, Pause } from './error-fact';

/** What a code means where the service does not say otherwise. */
export const ERRORS: ErrorFacts = { ...ACCOUNT_ERRORS, ...BUSY_ERRORS, ...PROXY_ERRORS, ...TASK_ERRORS };

const NOT_READY = /CAPT?CHA_NOT_READY/;

export const stripped = (code: string): string => code.replace(/[^\w .-]/g, '').trim();
/** What may be shown and kept of a code: it comes from outside. */
export const cleanCode = (code: string): string => stripped(code).slice(0, 60);

const unknown = (code: string): ErrorFact =>
  fact('later', code ? `{service} answered ${code}.` : '{service} answered with an error it did not name.', reload, {
    once: true,
    backOffMs: 5_000,
  });

/** What a code means for a service with these additions, the service itself unnamed. Unknown and missing ones: once more, then shown as they are. */
export function factFor(code: string, additions: ErrorFacts): ErrorFact {
  for (const table of [additions, ERRORS]) {
    const found = Object.hasOwn(table, code) ? table[code] : undefined;
    if (found) return found;
  }
  // Read as a part of the code, as the official client of CapMonster does (fact sheet, 0.4).
  return NOT_READY.test(code) ? (BUSY_ERRORS['CAPTCHA_NOT_READY'] as ErrorFact) : unknown(cleanCode(code));
}

/** What an error code means, at this service if it is named: the same code may mean different things. */
export function errorFact(code: string, serviceId?: string): ErrorFact {
  const service = serviceId === undefined ? undefined : serviceOf(serviceId);
  return said(factFor(code, service?.errors ?? {}), service);
}
