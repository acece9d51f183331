import { findElement, isElement, readOptions } from './options.ts';
import { allWidgets, findWidget } from './state.ts';
import type { MainConfig, Options, Widget } from './types.ts';
import { createWidget, resetWidget } from './widget.ts';

// Old releases: what `.then` gives back has no `.catch`. facts/widgets.md 1.2.
const bareThenable = (promise: Promise<string | null>): PromiseLike<string | null> =>
  ({
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is being played
    then: (done?: never, failed?: never) => bareThenable(promise.then(done, failed)),
  }) as PromiseLike<string | null>;

const ensureAttached = (config: MainConfig, widget: Widget): Widget => {
  if (!widget.container.isConnected) throw new Error(config.variant.removedText.replace('%', String(widget.id)));
  return widget;
};

const isBound = (element: HTMLElement): boolean =>
  allWidgets().some(({ options: { bind } }) => bind === element || (bind !== undefined && bind === element.id));

const run = (config: MainConfig, widget: Widget, action: unknown): PromiseLike<string | null> => {
  const named = typeof action === 'string' ? { action } : {};
  const asked = widget.scoreOnly || config.enterprise || config.variant.executeGives === 'token';
  const promise = new Promise<string | null>((resolve, reject) => {
    if (asked) widget.waiters.push({ resolve, reject });
    else resolve(null);
    widget.tell({ type: 'execute', scoreOnly: widget.scoreOnly, ...named });
  });
  return config.variant.executeCatch ? promise : bareThenable(promise);
};

const bindButton = (config: MainConfig, button: HTMLElement, id: number): void => {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    run(config, findWidget(id), undefined).then(undefined, () => undefined);
  });
};

/** A score widget, with its badge in the body; `render(params)` without a container makes one too. widgets.md 1.2. */
export const renderScore = (config: MainConfig, params: Options): number => {
  const home = document.createElement('div');
  (document.body || document.documentElement).appendChild(home);
  const options = readOptions(home, home, { ...params, size: 'invisible' }, false);
  return createWidget(config, home, options, true);
};

const renderInto = (config: MainConfig, container: unknown, params: unknown, inherit: boolean): number => {
  const element = findElement(container);
  const options = readOptions(container, element, params, inherit);
  if (options['bind'] === undefined) {
    if (element.children.length > 0) throw new Error('reCAPTCHA has already been rendered in this element');
    return createWidget(config, element, options);
  }
  if (isBound(element)) throw new Error('reCAPTCHA has already been rendered in this element');
  const home = element.ownerDocument.createElement('div');
  element.parentNode?.insertBefore(home, element);
  const id = createWidget(config, home, options);
  bindButton(config, element, id);
  return id;
};

/** The public methods, the same for `grecaptcha` and `grecaptcha.enterprise`. */
export const createApi = (config: MainConfig) => {
  const render = (container?: unknown, params?: unknown, inherit?: boolean): number => {
    const isParams = typeof container === 'object' && container !== null && !isElement(container);
    if (isParams && params === undefined) return renderScore(config, container as Options);
    return renderInto(config, container, params, inherit === true);
  };
  const execute = (target?: unknown, params?: { action?: string }): PromiseLike<string | null> => {
    const isKey = typeof target === 'string' && !/^\d+$/.test(target);
    const widget = isKey
      ? allWidgets().find((one) => one.scoreOnly && one.options['sitekey'] === target)
      : findWidget(target);
    if (widget === undefined) throw new Error(`Invalid site key or not loaded in api.js: ${String(target)}`);
    return run(config, ensureAttached(config, widget), params?.action ?? widget.options['action']);
  };
  const reset = (id?: unknown): void => resetWidget(ensureAttached(config, findWidget(id)));
  const getResponse = (id?: unknown): string => {
    const widget = findWidget(id);
    return config.variant.responseFrom === 'field' ? widget.field.value : widget.response;
  };
  const ready = (fn: () => void): void => fn();
  return { ready, render, execute, reset, getResponse };
};
