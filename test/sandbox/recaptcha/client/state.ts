import type { Config, MainConfig, Options, PageGlobals, Widget } from './types.ts';

// The page cannot see the record through Object.keys; a second copy of the main script finds it by the symbol.
const RECORD = Symbol.for('recaptcha.record');

/** The configuration object, which pages have been seen to throw away. widgets.md 0.3. */
export const configuration = (): Config => {
  const page = window as unknown as PageGlobals;
  const cfg = page.___grecaptcha_cfg || {};
  page.___grecaptcha_cfg = cfg;
  return cfg;
};

/** `___grecaptcha_cfg.clients`. */
export const clients = (): Record<string, Options> => {
  const cfg = configuration();
  cfg.clients = cfg.clients || {};
  return cfg.clients;
};

/** The next free widget id; isolated and score widgets count from 100000. */
export const nextId = (isolated: boolean): number => {
  const cfg = configuration();
  const first = isolated ? 100000 : 0;
  let id = first;
  while (clients()[String(id)] !== undefined) id += 1;
  cfg.count = (cfg.count || 0) + 1;
  return id;
};

/** Files a widget as releases do: options two minified levels down, among nodes, windows and circles. widgets.md 1.6. */
export const fileClient = (widget: Widget, config: MainConfig, anchor: HTMLIFrameElement): void => {
  const { id, options } = widget;
  const [outer, inner] = config.variant.nesting;
  const [self, node, other, badge, mode, view, back, parts] = config.memberNames as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const client: Options = { id: widget.frameId, [self]: null, [node]: widget.container };
  client[self] = client;
  client[other] = { [back]: client, [parts]: [widget.field, anchor] };
  if (widget.badge !== null) client[badge] = widget.badge;
  if (options['size'] === 'invisible' && !widget.scoreOnly) client[mode] = 'fullscreen';
  if (outer === '') Object.assign(client, options);
  else client[outer] = { [inner]: options, [back]: client, [parts]: widget.field };
  // What a frame shows through its window is closed to the page: reading it throws.
  anchor.addEventListener('load', () => {
    client[view] = anchor.contentWindow;
  });
  Object.defineProperty(client, RECORD, { value: widget });
  clients()[String(id)] = client;
};

const recordOf = (client: Options | undefined): Widget | undefined =>
  client && (client as unknown as Record<symbol, Widget | undefined>)[RECORD];

/** Every widget on the page, whichever copy of the script made it. */
export const allWidgets = (): Widget[] => Object.values(clients()).flatMap((client) => recordOf(client) ?? []);

/** The widget that an id names; without an id, the page's first. */
export const findWidget = (id: unknown): Widget => {
  const ids = Object.keys(clients());
  if (ids.length === 0) throw new Error('No reCAPTCHA clients exist.');
  const widget = recordOf(clients()[String(id ?? ids[0])]);
  if (widget === undefined) throw new Error(`Invalid reCAPTCHA client id: ${String(id)}`);
  return widget;
};
