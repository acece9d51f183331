import type { Api, BootstrapConfig, Config, PageGlobals } from './types.ts';

const append = (cfg: Config, name: string, value: unknown): void => {
  const list = Array.isArray(cfg[name]) ? (cfg[name] as unknown[]) : [];
  cfg[name] = list;
  list.push(value);
};

// Enterprise has its `ready` on `grecaptcha.enterprise` alone. facts/widgets.md 1.1.
const claimNamespace = (page: PageGlobals, enterprise: boolean): Api => {
  const root = page.grecaptcha || {};
  page.grecaptcha = root;
  if (!enterprise) return root;
  root.enterprise = root.enterprise || {};
  return root.enterprise;
};

const fillConfig = (cfg: Config, config: BootstrapConfig): void => {
  if (config.enterprise) append(cfg, 'enterprise', true);
  if (config.renderAsString) cfg.render = config.render;
  else append(cfg, 'render', config.render);
  if (config.onload) append(cfg, 'onload', config.onload);
};

const trustedUrl = (page: PageGlobals, config: BootstrapConfig): string => {
  if (!config.trustedTypes || page.trustedTypes === undefined) return config.mainUrl;
  const policy = page.trustedTypes.createPolicy('recaptcha', { createScriptURL: (url) => url });
  return policy.createScriptURL(config.mainUrl) as string;
};

const nonceOf = (scripts: HTMLCollectionOf<HTMLScriptElement>): string => {
  for (const script of Array.from(scripts)) {
    const nonce = script.nonce || script.getAttribute('nonce');
    if (nonce) return nonce;
  }
  return '';
};

const insertMain = (url: string): void => {
  const script = document.createElement('script');
  script.type = 'text/javascript';
  script.async = true;
  script.src = url;
  script.crossOrigin = 'anonymous';
  const scripts = document.getElementsByTagName('script');
  const nonce = nonceOf(scripts);
  if (nonce) script.setAttribute('nonce', nonce);
  const first = scripts[0];
  if (first?.parentNode) first.parentNode.insertBefore(script, first);
  else document.documentElement.appendChild(script);
};

/** api.js and enterprise.js: sets the globals up with `ready` alone and sends for the main script. widgets.md 1.1. */
export const bootstrap = (config: BootstrapConfig): void => {
  const page = window as unknown as PageGlobals;
  const cfg = page.___grecaptcha_cfg || {};
  page.___grecaptcha_cfg = cfg;
  const api = claimNamespace(page, config.enterprise);
  // A page's own stub stays: it queues in the same place.
  api.ready = api.ready || ((fn) => append(cfg, 'fns', fn));
  page.__recaptcha_api = config.api;
  fillConfig(cfg, config);
  page.__google_recaptcha_client = true;
  insertMain(trustedUrl(page, config));
};
