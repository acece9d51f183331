import { vi } from 'vitest';
import { type Account, createClient } from '../../utils/services/client';
import { SERVICES } from '../../utils/services/registry';
import type { Service } from '../../utils/services/service';
import type { PlacedChallenge } from '../../utils/widgets/challenge';
import type { RecaptchaChallenge } from '../../utils/widgets/recaptcha/challenge';

/** One that no reply holds by chance. */
export const KEY = 'c0ffee00deadbeef0badf00dcafebabe';
export const OWN = 'https://own.example/v1';

export const accountAt = (service: Service, over: Partial<Account> = {}): Account => ({
  service,
  base: service.base ?? OWN,
  clientKey: KEY,
  ...over,
});

export const challenge: PlacedChallenge<RecaptchaChallenge> = {
  kind: 'recaptcha',
  websiteURL: 'https://site.example/p',
  websiteKey: '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI',
  invisible: false,
  enterprise: false,
};

/** The client against a service that answers everything with one reply. */
export function answering(text: string, init?: ResponseInit) {
  const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => new Response(text, init));
  const client = createClient({ fetch, timeout: () => new AbortController().signal });
  /** The one request that went out. */
  const sent = () => {
    const [call] = fetch.mock.calls;
    if (!call || fetch.mock.calls.length > 1) throw new Error(`${fetch.mock.calls.length} requests instead of one`);
    return { url: String(call[0]), body: JSON.parse(String(call[1]?.body)) as unknown };
  };
  return { client, fetch, sent };
}

export const solvers = (kind: PlacedChallenge['kind']): Service[] =>
  SERVICES.filter(({ capabilities }) => capabilities[kind]);

export function at(id: string): Service {
  const service = SERVICES.find((known) => known.id === id);
  if (!service) throw new Error(`No service ${id}`);
  return service;
}
