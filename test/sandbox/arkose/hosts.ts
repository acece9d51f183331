import type { Exchange } from '../server/exchange.ts';

export const ARKOSE_DOMAINS = ['arkoselabs.com', 'funcaptcha.com'] as const;
export const HOSTED_HOST = 'iframe.arkoselabs.com';
export const DEFAULT_API_HOST = 'client-api.arkoselabs.com';
export const LEGACY_HOST = 'funcaptcha.com';

const UUID = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** The vendor's addresses, which customers also serve from hosts of their own. facts/widgets.md 4.1. */
export const PATHS = {
  api: new RegExp(`^/v2/(${UUID})/api\\.js$`),
  enforcement: /^\/v2\/[\d.]+\/enforcement\.(\w+)\.html$/,
  session: new RegExp(`^/fc/gt2/public_key/(${UUID})$`),
  answer: /^\/fc\/ca\/?$/,
  game: /^\/fc\/gc\/?$/,
  legacy: /^\/fc\/api\/?$/,
  hosted: new RegExp(`^/(${UUID})/index\\.html$`),
  verify: /^\/api\/v4\/verify\/?$/,
} as const;

const CUSTOMERS = [PATHS.api, PATHS.enforcement, PATHS.session, PATHS.answer, PATHS.game];

export const isArkoseHost = (host: string): boolean =>
  ARKOSE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** Whether the stand-in answers: on its own hosts, and on a customer's by the path alone. */
export const isArkoses = ({ host, url }: Exchange): boolean =>
  isArkoseHost(host) || (host.endsWith('.test') && CUSTOMERS.some((path) => path.test(url.pathname)));
