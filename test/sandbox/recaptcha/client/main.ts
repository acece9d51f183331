import { createApi, renderScore } from './api.ts';
import { callBack } from './options.ts';
import { configuration } from './state.ts';
import type { MainConfig, PageGlobals } from './types.ts';

const isRendered = (element: Element, done: Record<string, unknown>): boolean =>
  element.children.length > 0 || Object.values(done).includes(element);

const renderMarkup = (config: MainConfig, render: ReturnType<typeof createApi>['render']): void => {
  const cfg = configuration();
  const done = cfg.auto_render_clients || {};
  cfg.auto_render_clients = done;
  // Copied first: rendering adds elements of that class (the response field's is another, but a page may nest).
  const elements = Array.from(document.getElementsByClassName('g-recaptcha'));
  for (const element of config.variant.autoRender === 'all' ? elements : elements.slice(0, 1)) {
    if (!isRendered(element, done)) done[String(render(element, {}, true))] = element;
  }
};

const whenParsed = (act: () => void): void => {
  if (document.readyState !== 'loading') act();
  else document.addEventListener('DOMContentLoaded', () => act());
};

/** The main script: adds the methods, then runs what the page has queued. widgets.md 1.1. */
export const main = (config: MainConfig): void => {
  const page = window as unknown as PageGlobals;
  const root = page.grecaptcha || {};
  page.grecaptcha = root;
  if (config.enterprise) root.enterprise = root.enterprise || {};
  const target = (config.enterprise && root.enterprise) || root;
  const api = createApi(config);
  Object.assign(target, api);
  const cfg = configuration();
  cfg.clients = cfg.clients || {};
  cfg['clr'] = ['true'];
  whenParsed(() => {
    if (config.render !== 'onload' && config.render !== 'explicit') renderScore(config, { sitekey: config.render });
    const queued = configuration().fns || [];
    configuration().fns = [];
    for (const fn of queued) callBack({ fn }, 'fn', []);
    if (config.onload) callBack({ onload: config.onload }, 'onload', []);
    if (config.render === 'onload') renderMarkup(config, api.render);
  });
};
