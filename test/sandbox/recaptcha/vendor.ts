import type { Handler } from '../server/exchange.ts';
import { notFound } from '../server/reply.ts';
import type { RecaptchaControl } from '../types.ts';
import { createScripts } from './scripts.ts';
import { siteverify } from './siteverify.ts';
import { createTokenOffice, type TokenOffice } from './tokens.ts';
import { createReleases } from './variants.ts';
import { frameDocument, type Vendor, vendorCall } from './vendor-calls.ts';

const DEFAULT_LIFETIME_MS = 120_000;

const createControl = (office: TokenOffice): RecaptchaControl => {
  const control: RecaptchaControl = {
    addSite: (site) => office.addSite(site),
    mint: (of) => office.mint(of, Date.now()),
    verify: (ask) => office.verify(ask, control.tokenLifetimeMs),
    verifications: office.verifications,
    variant: null,
    tokenLifetimeMs: DEFAULT_LIFETIME_MS,
    offline: false,
  };
  return control;
};

/** The reCAPTCHA vendor: scripts, frames, calls and siteverify on its own hosts. */
export const createVendor = (seed: number): { vendor: Vendor; handle: Handler; handleStatic: Handler } => {
  const office = createTokenOffice(seed);
  const vendor: Vendor = { control: createControl(office), office, releases: createReleases(seed) };
  const scripts = createScripts(vendor);

  // The frames and their calls live below /api2/ and /enterprise/ alike.
  const calls: Record<string, Handler> = {
    anchor: (exchange) => frameDocument(vendor, 'anchor', exchange),
    bframe: (exchange) => frameDocument(vendor, 'bframe', exchange),
    reload: (exchange) => vendorCall(vendor, 'reload', exchange),
    userverify: (exchange) => vendorCall(vendor, 'userverify', exchange),
  };
  const routes: Record<string, Handler> = {
    '/recaptcha/api.js': (exchange) => scripts.bootstrap(exchange, false),
    '/recaptcha/enterprise.js': (exchange) => scripts.bootstrap(exchange, true),
    '/recaptcha/api/siteverify': (exchange) => siteverify(vendor.control, exchange),
    ...Object.fromEntries(
      Object.entries(calls).flatMap(([name, act]) => [
        [`/recaptcha/api2/${name}`, act],
        [`/recaptcha/enterprise/${name}`, act],
      ]),
    ),
  };
  const route: Handler = (exchange) => routes[exchange.url.pathname]?.(exchange) ?? notFound();
  return { vendor, handle: route, handleStatic: scripts.main };
};
