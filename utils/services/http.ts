import { parseObject } from './json';
import { retryAfter } from './retry-after';

export { parseObject } from './json';

/** One POST to a service, and every way in which it can end. Never throws, never repeats. */
export type Exchange =
  | { outcome: 'reply'; status: number; body: Record<string, unknown>; retryAfterMs: number | null }
  /** An answer that is no JSON object, or too big a one. */
  | { outcome: 'unreadable'; status: number; reason: string; retryAfterMs: number | null }
  /** No answer. The request may or may not have arrived. */
  | { outcome: 'silent'; reason: string; timedOut: boolean };

export interface HttpDeps {
  fetch: typeof fetch;
  /** A signal that aborts after so many ms. */
  timeout(ms: number): AbortSignal;
}

const LIMIT = 1_000_000;
const TIMEOUT_MS = 30_000;

/**
 * Sends `body` (JSON text) to `url`: no cookies, no redirects (a key must not follow one to another origin), at most
 * 30 s and 1 MB. The body is read as JSON whatever the HTTP status (fact sheet of services, 0.7).
 */
export async function post(url: string, body: string, deps: HttpDeps): Promise<Exchange> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: deps.timeout(TIMEOUT_MS),
  };
  try {
    const response = await deps.fetch(url, init);
    const { status } = response;
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), response.headers.get('date'));
    const text = await readLimited(response);
    if (text === null) return { outcome: 'unreadable', status, retryAfterMs, reason: 'a reply of more than 1 MB' };
    const parsed = parseObject(text);
    if (parsed) return { outcome: 'reply', status, body: parsed, retryAfterMs };
    const reason = text.trim() ? (/^\s*</.test(text) ? 'a web page' : 'text that is not JSON') : 'an empty reply';
    return { outcome: 'unreadable', status, retryAfterMs, reason };
  } catch (error) {
    // The message of a network error may hold the address, never the body; only its kind is kept all the same.
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { outcome: 'silent', timedOut, reason: timedOut ? 'no answer within 30 seconds' : 'no connection' };
  }
}

const PROBE_MS = 5_000;

/**
 * Whether anybody answers at an address, whatever it is: tells a request that was lost on its way from one that never
 * had a way. Carries no key.
 */
export async function answers(url: string, deps: HttpDeps): Promise<boolean> {
  try {
    await deps.fetch(url, {
      method: 'HEAD',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: deps.timeout(PROBE_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function readLimited(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > LIMIT) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
