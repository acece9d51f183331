/** What every page shares: its site key, its record of the package's events, and its server. */

export interface Call {
  /** The event under the package's own name. */
  name: string;
  token: string | null;
  /** Epoch ms. */
  at: number;
}

declare global {
  interface Window {
    calls: Call[];
  }
}

const FALLBACK_KEY = '6LdSANDBOXaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

export const siteKey = new URLSearchParams(location.search).get('key') ?? FALLBACK_KEY;

window.calls = [];

export function record(name: string, token: string | null = null): void {
  window.calls.push({ name, token, at: Date.now() });
}

/** Posts the token; gives back 'accepted', or 'rejected' with the reasons. */
export async function submit(token: string | null, field = 'g-recaptcha-response'): Promise<string> {
  const response = await fetch('/submit', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [field]: token }),
  });
  const verdict = (await response.json()) as { success: boolean; 'error-codes'?: string[] };
  return verdict.success ? 'accepted' : ['rejected', ...(verdict['error-codes'] ?? [])].join(' ');
}
