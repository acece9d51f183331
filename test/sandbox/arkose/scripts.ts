import { pageScript } from '../recaptcha/page-script.ts';
import type { Exchange, Reply } from '../server/exchange.ts';
import { html, notFound, script } from '../server/reply.ts';
import type { ClientConfig } from './client/types.ts';
import { enforcementDocument, gameDocument, hostedDocument } from './frames/documents.ts';
import type { LegacyConfig } from './legacy/session.ts';
import type { ArkoseVendor } from './vendor-calls.ts';

const CLIENT_MODULES = ['link', 'layout', 'enforcement', 'callback', 'main'].map(
  (name) => `../arkose/client/${name}.ts`,
);
const LEGACY_MODULES = ['client/link', 'frames/calls', 'legacy/session', 'legacy/main'].map(
  (name) => `../arkose/${name}.ts`,
);

// Not cached, unlike the real ones: every page load is to meet another release.
const HEADERS = {
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** /v2/KEY/api.js: one copy of the client, for one key. */
export const apiScript = ({ control, releases }: ArkoseVendor, publicKey: string, { host }: Exchange): Reply => {
  const config: ClientConfig = { publicKey, origin: `https://${host}`, variant: releases.draw(control.variant) };
  return script(pageScript(CLIENT_MODULES, 'main', config), HEADERS);
};

/** /fc/api/: the legacy script, for any key. */
export const legacyScript = ({ control, releases }: ArkoseVendor, { host, url }: Exchange): Reply => {
  const config: LegacyConfig = {
    origin: `https://${host}`,
    onload: url.searchParams.get('onload') ?? '',
    variant: releases.draw(control.variant),
  };
  return script(pageScript(LEGACY_MODULES, 'legacyMain', config), HEADERS);
};

/** The enforcement frame; key and id of the session are in its address's hash, which the server does not see. */
export const enforcementFrame = ({ releases }: ArkoseVendor, hash: string): Reply => {
  const variant = releases.find(hash);
  return variant === undefined ? notFound() : html(enforcementDocument(variant));
};

/** /fc/gc/?token=: the legacy challenge. */
export const gameFrame = (): Reply => html(gameDocument());

/** https://iframe.arkoselabs.com/KEY/index.html: a page of the vendor that holds the client and tells its parent. */
export const hostedFrame = ({ office }: ArkoseVendor, publicKey: string): Reply => {
  const site = office.site(publicKey);
  return site === undefined ? notFound() : html(hostedDocument(publicKey, site.host));
};
