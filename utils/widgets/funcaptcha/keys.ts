/** Public keys in addresses and tokens (fact sheet of widgets, 4). Pure. */
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const API = new RegExp(`^https?://([^/]+)/v2/(${UUID})/api\\.js`, 'i');
const IN_STACK = new RegExp(`/v2/(${UUID})/api\\.js`, 'i');
const HOSTED = new RegExp(`^https://(iframe\\.arkoselabs\\.com)/(${UUID})(?:/|$)`, 'i');

/** The vendor's own host, which no service needs to be told. */
const DEFAULT_HOST = 'client-api.arkoselabs.com';

export interface Source {
  key: string;
  host: string;
}

function sourceIn(pattern: RegExp, address: string): Source | null {
  const [, host, key] = pattern.exec(address) ?? [];
  return host && key ? { host, key } : null;
}

/** Key and host of the current client's script. */
export const scriptSource = (src: string): Source | null => sourceIn(API, src);
/** Key and host of the hosted page. */
export const hostedSource = (src: string): Source | null => sourceIn(HOSTED, src);
/** The key whose script has called, by the trace of the call. */
export const keyInTrace = (trace: string): string | undefined => IN_STACK.exec(trace)?.[1];

export const isKey = (text: string | null | undefined): text is string => new RegExp(`^${UUID}$`, 'i').test(text ?? '');

/** `funcaptchaApiJSSubdomain`: only where it is not the vendor's default (fact sheet of services, 2.4). */
export const subdomainOf = (host: string | undefined): { subdomain?: string } =>
  host && host !== DEFAULT_HOST ? { subdomain: host } : {};

/** A session token: `|`-separated, its named parts in any order, URI-encoded. */
export function readToken(token: string): { key?: string; host?: string; suppressed: boolean } {
  const parts = new Map(
    token.split('|').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, Math.max(at, 0)), decoded(part.slice(at + 1))] as const;
    }),
  );
  const key = parts.get('pk');
  const surl = parts.get('surl');
  return {
    ...(isKey(key) && { key }),
    ...(surl && URL.canParse(surl) && { host: new URL(surl).host }),
    suppressed: parts.get('sup') === '1',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
