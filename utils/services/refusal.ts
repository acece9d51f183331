import { KIND_LABELS, type Kind } from '../widgets/kinds';
import { byHand, type ErrorFact, fact, reload, waitAMinute } from './error-fact';
import { cleanCode, factFor, stripped } from './errors';
import type { Exchange } from './http';
import type { Service, UnsupportedReason } from './service';
import { said } from './wording';

/** An error of the service, by its code, or of the way there, with an empty code. */
export interface Refusal extends ErrorFact {
  /** As the service wrote it, without anything that is not part of a code. */
  code: string;
  /** What the service asked for; a pause or back-off of its own may be longer. */
  retryAfterMs: number | null;
  /** Known before anything was sent: this service cannot, another may. */
  unsupported?: UnsupportedReason;
  /** Nobody answers at the service's address, so that nothing was taken there either. */
  unreachable?: true;
  /** The task type that was refused, where the pause holds for that type alone. */
  taskType?: string;
  /** Whether the service documents that this costs money all the same; left out where it says nothing. */
  charged?: boolean;
}

type Unanswered = Exclude<Exchange, { outcome: 'reply' }>;
type Reply = Extract<Exchange, { outcome: 'reply' }>;

export const trouble = (
  service: Service,
  message: string,
  advice: string,
  retryAfterMs: number | null = null,
  more: Partial<Refusal> = {},
): Refusal => said({ class: 'later', code: '', message, advice, retryAfterMs, ...more }, service);

/** No reply, or none that can be read. */
export function wayTrouble(service: Service, exchange: Unanswered): Refusal {
  const address = service.base === null ? ' Check the service address.' : '';
  if (exchange.outcome === 'silent')
    return trouble(
      service,
      `{service} could not be reached (${exchange.reason}).`,
      `Check your connection; the service may be down.${address}`,
      null,
      { backOffMs: 5_000 },
    );
  return httpTrouble(service, exchange.status, exchange.reason, exchange.retryAfterMs);
}

/** An HTTP status that says it all. Other errors of the 400s would be the same again, so one more try is enough. */
export function httpTrouble(service: Service, status: number, what: string, retryAfterMs: number | null): Refusal {
  const { base } = service;
  if (status === 429)
    return trouble(service, `{service} was asked too often (HTTP 429).`, waitAMinute, retryAfterMs, {
      backOffMs: 15_000,
    });
  const advice = base === null ? 'Try again later. Check the service address.' : 'Try again later.';
  const more = { backOffMs: 5_000, ...(status >= 400 && status < 500 && ({ once: true } as const)) };
  return trouble(service, `{service} answered with ${what} (HTTP ${status}).`, advice, retryAfterMs, more);
}

const NO_ERROR: readonly unknown[] = [0, '0', '', false, null, undefined];

/** The code that decides, or an empty one; errorId and errorDescription never do (fact sheet of services, 0.3). */
function codeIn({ errorCode }: Record<string, unknown>, holdsKey: (text: string) => boolean): string {
  if (typeof errorCode !== 'string' && typeof errorCode !== 'number') return '';
  const raw = String(errorCode);
  // Before and after: what is cut away may stand within a key.
  return errorCode === 0 || holdsKey(raw) || holdsKey(stripped(raw)) ? '' : cleanCode(raw);
}

/**
 * The error in a reply, or null. A code is one, whatever else there is. Without a code, errorId tells only that
 * something went wrong, and only where the reply has not brought what was asked for.
 */
export function refusalIn(
  service: Service,
  reply: Reply,
  holdsKey: (text: string) => boolean,
  brought: boolean,
): Refusal | null {
  const code = codeIn(reply.body, holdsKey);
  const raw = reply.body['errorCode'];
  const hidden = !code && typeof raw === 'string' && raw.trim() !== '';
  if (!code && !hidden && (brought || NO_ERROR.includes(reply.body['errorId']))) return null;
  return refusalFor(service, code, reply.retryAfterMs);
}

export function refusalFor(service: Service, code: string, retryAfterMs: number | null = null): Refusal {
  const found = factFor(code, service.errors);
  const { chargesUnsolvable: charged } = service;
  return {
    ...said(found, service),
    code,
    retryAfterMs,
    ...(code === UNSOLVABLE && charged !== null && { charged }),
  };
}

export const UNSOLVABLE = 'ERROR_CAPTCHA_UNSOLVABLE';

const REASONS: Record<UnsupportedReason, (kind: string) => string> = {
  kind: (kind) => `does not solve ${kind}`,
  enterprise: (kind) => `does not solve the Enterprise form of ${kind}`,
  'one-time-value': (kind) => `has no place for the one-time value of this ${kind}`,
  'picture-size': () => 'does not take a picture of this size',
  method: () => 'has no such method',
};

/** This service cannot, and nothing was sent. */
export const unsupported = (service: Service, reason: UnsupportedReason, kind: Kind): Refusal => ({
  ...said(fact('task', `{service} ${REASONS[reason](KIND_LABELS[kind])}.`, `Add another service. ${byHand}`), service),
  code: '',
  retryAfterMs: null,
  unsupported: reason,
});

export const emptyAnswer = (service: Service): Refusal => ({
  ...said(fact('task', '{service} sent an answer that is empty or of the wrong type.', reload), service),
  code: '',
  retryAfterMs: null,
});
