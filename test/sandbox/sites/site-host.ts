import type { Exchange, Handler, Reply } from '../server/exchange.ts';
import { answer, html, notFound } from '../server/reply.ts';
import type { SiteControl } from '../types.ts';
import { readBelow } from './folders.ts';
import { type Checks, submit } from './submit.ts';

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#48a"/></svg>';

// http and https, and any query, name the same page.
const keyOf = (url: URL): string => `${url.hostname}${url.pathname}`;

/** Every `*.test` host. */
export const createSites = (
  checks: Checks,
): { control: SiteControl; handle: Handler; record(exchange: Exchange): void } => {
  const pages = new Map<string, () => Reply>();
  const folders = new Map<string, string>();
  const submissions: SiteControl['submissions'] = [];
  const requests: SiteControl['requests'] = [];

  const fromFolder = async ({ url }: Exchange): Promise<Reply | null> => {
    for (const [base, folder] of folders) {
      if (!keyOf(url).startsWith(base)) continue;
      const reply = await readBelow(folder, keyOf(url).slice(base.length));
      if (reply !== null) return reply;
    }
    return null;
  };

  const handle: Handler = async (exchange) => {
    const { url, method } = exchange;
    if (method === 'POST' && url.pathname === '/submit') return submit(checks, exchange, submissions);
    const known = pages.get(keyOf(url))?.() ?? (await fromFolder(exchange));
    if (known !== null) return known;
    return url.pathname === '/favicon.ico' ? answer('image/svg+xml', FAVICON) : notFound();
  };

  const control: SiteControl = {
    page: (url, body, headers) => {
      pages.set(keyOf(new URL(url)), () => html(typeof body === 'function' ? body() : body, headers));
    },
    mount: (url, folder) => {
      const base = keyOf(new URL(url));
      folders.set(base.endsWith('/') ? base : `${base}/`, folder);
    },
    submissions,
    requests,
  };
  const record = ({ at, host, path, method, headers, body }: Exchange): void => {
    requests.push({ at, host, path, method, headers, body });
  };
  return { control, handle, record };
};
