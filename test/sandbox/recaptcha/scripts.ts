import type { Exchange, Reply } from '../server/exchange.ts';
import { STATIC_HOST } from '../server/hosts.ts';
import { notFound, script } from '../server/reply.ts';
import type { BootstrapConfig, MainConfig } from './client/types.ts';
import { pageScript } from './page-script.ts';
import type { Vendor } from './vendor-calls.ts';

const MAIN_MODULES = ['frames', 'layout', 'options', 'state', 'widget', 'api', 'main'].map(
  (name) => `client/${name}.ts`,
);
const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export interface Scripts {
  bootstrap(exchange: Exchange, enterprise: boolean): Reply;
  main(exchange: Exchange): Promise<Reply>;
}

interface Ordered extends Pick<MainConfig, 'enterprise' | 'api' | 'language' | 'render' | 'onload'> {
  delayMs: number;
}

const languageOf = (hl: string | null): string =>
  hl !== null && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)?$/.test(hl) ? hl : 'en';

/** Serves the bootstrap, drawing a release for the page load, and later that release's main script. */
export const createScripts = ({ control, releases }: Vendor): Scripts => {
  const orders = new Map<string, Ordered>();

  const bootstrap = ({ host, url }: Exchange, enterprise: boolean): Reply => {
    const release = releases.draw(control.variant);
    const { bootstrapDelayMs: delayMs, renderAsString } = release.variant;
    const api = `https://${host}/recaptcha/${enterprise ? 'enterprise' : 'api2'}/`;
    const render = url.searchParams.get('render') || 'onload';
    const onload = url.searchParams.get('onload') ?? '';
    const language = languageOf(url.searchParams.get('hl'));
    orders.set(release.name, { enterprise, api, language, render, onload, delayMs });
    const mainUrl = `https://${STATIC_HOST}/recaptcha/releases/${release.name}/recaptcha__en.js`;
    const trustedTypes = url.searchParams.get('trustedtypes') === 'true';
    const config: BootstrapConfig = { enterprise, api, mainUrl, render, onload, trustedTypes, renderAsString };
    // Not cached, unlike the real one: every page load is to meet another release.
    return script(pageScript(['client/bootstrap.ts'], 'bootstrap', config), { 'cache-control': 'no-store', ...SHARED });
  };

  const main = async ({ url }: Exchange): Promise<Reply> => {
    const name = /^\/recaptcha\/releases\/([^/]+)\/recaptcha__\w+\.js$/.exec(url.pathname)?.[1] ?? '';
    const order = orders.get(name);
    const release = releases.find(name);
    if (order === undefined || release === undefined) return notFound();
    const { delayMs, ...rest } = order;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const config: MainConfig = { ...rest, release: name, variant: release.variant, memberNames: release.memberNames };
    return script(pageScript(MAIN_MODULES, 'main', config), { 'cache-control': 'public, max-age=31536000', ...SHARED });
  };
  return { bootstrap, main };
};
