import { anchorUrl, challengeUrl, connect, makeAnchor, makeChallengeFrame } from './frames.ts';
import { layBadge, layChallenge, layCheckbox, makeField } from './layout.ts';
import { callBack } from './options.ts';
import { fileClient, nextId } from './state.ts';
import type { FrameMessage, MainConfig, Options, Widget } from './types.ts';

const clear = (widget: Widget): void => {
  clearTimeout(widget.expiry);
  widget.response = '';
  widget.field.value = '';
};

const expire = (widget: Widget): void => {
  clear(widget);
  widget.tell({ type: 'expired' });
  callBack(widget.options, 'expired-callback', []);
};

const settle = (widget: Widget, act: (waiter: Widget['waiters'][number]) => void): void => {
  const waiters = widget.waiters;
  widget.waiters = [];
  for (const waiter of waiters) act(waiter);
};

const complete = (widget: Widget, token: string, lifetimeMs: number): void => {
  clear(widget);
  widget.response = token;
  widget.field.value = token;
  widget.challenge?.close();
  widget.tell({ type: 'solved' });
  widget.expiry = window.setTimeout(() => expire(widget), lifetimeMs);
  callBack(widget.options, widget.scoreOnly ? 'promise-callback' : 'callback', [token]);
  settle(widget, ({ resolve }) => resolve(token));
};

const fail = (widget: Widget): void => {
  callBack(widget.options, 'error-callback', []);
  settle(widget, ({ reject }) => reject(null));
};

/** Takes a widget back to its beginning. */
export const resetWidget = (widget: Widget): void => {
  clear(widget);
  widget.challenge?.close();
  widget.tell({ type: 'reset' });
};

const handle = (widget: Widget, message: FrameMessage): void => {
  if (message.type === 'token') complete(widget, message.token, message.lifetimeMs);
  else if (message.type === 'challenge') widget.challenge?.open();
  else fail(widget);
};

const frameIdFor = (): string => Math.random().toString(36).slice(2, 14);

/** Builds a widget: its frames, its field, its place among the clients. */
export const createWidget = (
  config: MainConfig,
  container: HTMLElement,
  options: Options,
  scoreOnly = false,
): number => {
  const id = nextId(scoreOnly || Boolean(options['isolated']));
  const invisible = options['size'] === 'invisible';
  const frameId = frameIdFor();
  const field = makeField(container.ownerDocument, id);
  const anchor = makeAnchor(container.ownerDocument, anchorUrl(config, options), frameId, invisible);
  const widget: Widget = {
    id,
    frameId,
    options,
    container,
    field,
    badge: null,
    scoreOnly,
    response: '',
    expiry: 0,
    tell: connect(anchor, config, (message) => handle(widget, message)),
    challenge: null,
    waiters: [],
  };
  if (invisible) {
    const inBody = config.variant.badgeIn === 'body' && options['badge'] !== 'inline';
    const parent = inBody ? document.body || document.documentElement : container;
    widget.badge = layBadge(parent, anchor, field, String(options['badge'] || 'bottomright'));
  } else layCheckbox(container, anchor, field, options['size'] === 'compact');
  if (!scoreOnly) {
    const frame = makeChallengeFrame(document, challengeUrl(config, options), frameId);
    connect(frame, config, (message) => handle(widget, message));
    widget.challenge = layChallenge(frame);
  }
  fileClient(widget, config, anchor);
  return id;
};
