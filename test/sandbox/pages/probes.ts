// Functions for page.evaluate: each must stand alone, for its text is what travels into the page.

/** What the API answers or throws when it is used wrongly; needs `#a` empty and `#b` with a child. */
export const tryWrongCalls = (sitekey: string): unknown[] => {
  type Method = (...args: unknown[]) => unknown;
  const api = (window as unknown as { grecaptcha: Record<string, Method> }).grecaptcha;
  const attempt = (name: string, ...args: unknown[]): unknown => {
    try {
      return api[name]?.(...args);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const before = [attempt('getResponse'), attempt('execute'), attempt('execute', 'unknown-key')];
  const wrong = [attempt('render', '.selector', {}), attempt('render', 'a'), attempt('render', 'b', { sitekey })];
  const right = [attempt('render', 'a', { sitekey }), attempt('getResponse', 0), attempt('getResponse')];
  const after = [attempt('render', 'a', { sitekey }), attempt('reset', 7)];
  document.getElementById('a')?.remove();
  return [...before, ...wrong, ...right, ...after, attempt('reset')];
};

/** What there is to see in `___grecaptcha_cfg.clients[0]`, its options at `[outer][inner]`. */
export const inspectState = ([outer, inner]: readonly [string, string]) => {
  type Tree = Record<string, unknown>;
  const { ___grecaptcha_cfg: cfg } = window as unknown as { ___grecaptcha_cfg: { clients: Record<string, Tree> } };
  const client = cfg.clients['0'] as Tree;
  const options = (client[outer] as Tree)[inner] as Tree;
  const isClosed = (value: unknown): boolean => {
    try {
      return (value as { document?: unknown } | null)?.document === null;
    } catch {
      return true;
    }
  };
  const values = Object.values(client);
  return {
    sitekey: options['sitekey'],
    size: options['size'],
    callback: typeof options['callback'],
    circular: values.includes(client),
    nodes: values.filter((value) => value instanceof Node).length,
    closed: values.some(isClosed),
    fullscreen: values.includes('fullscreen'),
    frame: document.querySelector(`iframe[name="a-${String(client['id'])}"]`) !== null,
    badge: document.querySelector('body > .grecaptcha-badge > .grecaptcha-logo > iframe') !== null,
  };
};
