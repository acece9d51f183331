import { isArkoses } from './arkose/hosts.ts';
import { createArkose } from './arkose/vendor.ts';
import { createImageSite } from './images/site.ts';
import { createVendor } from './recaptcha/vendor.ts';
import { makeCertificate } from './server/certificate.ts';
import type { Handler } from './server/exchange.ts';
import { type Part, PLAYED_HOSTS, partFor, resolverRulesFor } from './server/hosts.ts';
import { listen } from './server/listen.ts';
import { notFound } from './server/reply.ts';
import { createBoard } from './services/board.ts';
import { createSites } from './sites/site-host.ts';
import { createArkoseCheck, createCheck } from './sites/submit.ts';
import type { Sandbox, SandboxOptions } from './types.ts';

export type * from './images/types.ts';
export type * from './types.ts';

const DEFAULT_SOLVE_MS = 1000;

/** Starts the local world on one loopback port. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const seed = options.seed ?? Date.now() % 2 ** 31;
  const certificate = await makeCertificate(PLAYED_HOSTS);
  const { vendor, handle: recaptcha, handleStatic } = createVendor(seed);
  const arkose = createArkose(seed);
  const sites = createSites({
    recaptcha: createCheck(vendor.control, vendor.office),
    arkose: createArkoseCheck(arkose.vendor.control),
  });
  const images = createImageSite(seed);
  const site: Handler = async (exchange) => (await images.handle(exchange)) ?? sites.handle(exchange);
  // The services need the port for an address, which is only known once something listens.
  const handlers: Partial<Record<Part, Handler>> = {
    recaptcha,
    static: handleStatic,
    arkose: arkose.handle,
    site,
  };
  const listener = await listen(options.port ?? 0, certificate, (exchange) => {
    // A customer's own host is a site's, except where the path is the vendor's.
    const part = isArkoses(exchange) ? 'arkose' : partFor(exchange.host);
    if (part !== 'service') sites.record(exchange);
    return (handlers[part] ?? (() => notFound()))(exchange);
  });
  const board = await createBoard({
    certificate,
    port: listener.port,
    seed,
    solveAfterMs: options.solveAfterMs ?? DEFAULT_SOLVE_MS,
    mint: vendor.office.mint,
    read: images.read,
    mintArkose: arkose.mint,
  });
  handlers.service = board.handle;
  return {
    port: listener.port,
    seed,
    certificate: certificate.cert,
    resolverRules: resolverRulesFor(listener.port),
    services: board.services,
    recaptcha: vendor.control,
    arkose: arkose.vendor.control,
    sites: sites.control,
    images: images.control,
    hangUp: listener.hangUp,
    close: async () => {
      await Promise.all([listener.close(), board.close()]);
    },
  };
};
