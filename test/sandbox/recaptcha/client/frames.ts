import type { ClientMessage, FrameMessage, MainConfig, Options } from './types.ts';

const SANDBOX =
  'allow-forms allow-popups allow-same-origin allow-scripts allow-top-navigation allow-modals ' +
  'allow-popups-to-escape-sandbox allow-storage-access-by-user-activation';

/** Creates an element with attributes; styles go through the CSSOM, which a strict CSP allows. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  owner: Document,
  tag: K,
  attributes: Record<string, string> = {},
  css = '',
): HTMLElementTagNameMap[K] => {
  const element = owner.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (css) element.style.cssText = css;
  return element;
};

// `co` is the origin, always with its port, in base64url with '.' for '='. facts/widgets.md 1.4.
const encodedOrigin = (): string => {
  const port = location.port || (location.protocol === 'https:' ? '443' : '80');
  const plain = `${location.protocol}//${location.hostname}:${port}`;
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '.');
};

/** The address of the anchor frame. */
export const anchorUrl = (config: MainConfig, options: Options): string => {
  const query = new URLSearchParams({
    ar: '1',
    k: String(options['sitekey']),
    co: encodedOrigin(),
    hl: config.language,
  });
  if (options['type']) query.set('type', String(options['type']));
  query.set('v', config.release);
  query.set('theme', String(options['theme']));
  query.set('size', String(options['size']));
  for (const name of ['badge', 's']) if (options[name]) query.set(name, String(options[name]));
  if (options['action']) query.set('sa', String(options['action']));
  query.set('anchor-ms', '20000');
  query.set('execute-ms', '30000');
  query.set('cb', Math.random().toString(36).slice(2));
  return `${config.api}anchor?${query.toString()}`;
};

/** The address of the challenge frame. */
export const challengeUrl = (config: MainConfig, options: Options): string => {
  const query = new URLSearchParams({
    hl: config.language,
    v: config.release,
    k: String(options['sitekey']),
    co: encodedOrigin(),
  });
  return `${config.api}bframe?${query.toString()}`;
};

export const makeAnchor = (owner: Document, src: string, frameId: string, invisible: boolean): HTMLIFrameElement => {
  const size = invisible ? { width: '256', height: '60' } : { width: '304', height: '78' };
  const name = `a-${frameId}`;
  const attributes = { title: 'reCAPTCHA', ...size, role: 'presentation', name, frameborder: '0', scrolling: 'no' };
  return make(owner, 'iframe', { ...attributes, sandbox: SANDBOX, src });
};

export const makeChallengeFrame = (owner: Document, src: string, frameId: string): HTMLIFrameElement => {
  const name = `c-${frameId}`;
  const attributes = { title: 'recaptcha challenge expires in two minutes', name, frameborder: '0', scrolling: 'no' };
  return make(owner, 'iframe', { ...attributes, sandbox: SANDBOX, src }, 'width: 100%; height: 100%;');
};

/** Opens a channel to a vendor frame, anew each time it loads: moving a frame in the document reloads it. */
export const connect = (
  frame: HTMLIFrameElement,
  config: MainConfig,
  receive: (message: FrameMessage) => void,
): ((message: ClientMessage) => void) => {
  const origin = new URL(config.api).origin;
  let port: MessagePort | null = null;
  let queue: ClientMessage[] = [];
  frame.addEventListener('load', () => {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event: MessageEvent) => receive(event.data as FrameMessage);
    frame.contentWindow?.postMessage('recaptcha-setup', origin, [channel.port2]);
    for (const message of queue) port.postMessage(message);
    queue = [];
  });
  return (message) => {
    if (port !== null) port.postMessage(message);
    else if (message.type === 'execute') queue.push(message);
  };
};
