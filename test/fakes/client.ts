import { vi } from 'vitest';
import { capmonster } from '../../utils/services/capmonster';
import { type Account, createClient } from '../../utils/services/client';
import type { PlacedChallenge } from '../../utils/widgets/challenge';
import type { RecaptchaChallenge } from '../../utils/widgets/recaptcha/challenge';
import { challenge as recaptcha } from './jobs';

export const KEY = '0123456789abcdef0123456789abcdef';
export const account: Account = { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: KEY };
export const challenge: PlacedChallenge<RecaptchaChallenge> = { ...recaptcha, websiteURL: 'https://site.example/p' };
const timeout = () => new AbortController().signal;

/** The client against a service that answers everything with one reply. */
export function answering(text: string, init?: ResponseInit) {
  const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => new Response(text, init));
  const client = createClient({ fetch, timeout });
  const sent = () => ({ url: fetch.mock.calls[0]?.[0], body: String(fetch.mock.calls[0]?.[1]?.body) });
  return {
    fetch,
    sent,
    create: () => client.createTask(account, challenge),
    result: (id = '7') => client.getTaskResult(account, challenge, id),
  };
}

/** The client against a service that loses every POST, or (`gone`) is not there at all. */
export function losing({ gone = false, error = new TypeError('no') as Error } = {}) {
  const fetch = vi.fn(async (_url: string | URL | Request, init?: RequestInit) => {
    if (gone || init?.method === 'POST') throw error;
    return new Response(null, { status: 404 });
  });
  return { fetch, client: createClient({ fetch, timeout }) };
}
