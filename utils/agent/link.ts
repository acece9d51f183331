import type { AgentMessage, ToAgent } from '../messages/agent';

/** `chrome` and not the polyfill: this runs in pages, and both browsers have it. */
const { runtime } = chrome;

export interface Link {
  open(): void;
  send(message: AgentMessage): void;
}

/**
 * The way to the background: messages there, a port back. The port's end means that the worker has died. With a job at
 * work a new one is opened at once, which wakes the next worker (design section 5); else with the next message, so that
 * a page at rest keeps no worker alive. `connected` is called each time; `lost` when the extension is gone.
 */
export function createLink(
  name: string,
  on: { message(message: ToAgent): void; connected(): void; lost(): void; atWork(): boolean },
  signal: AbortSignal,
): Link {
  // After an update of the extension this world is an orphan.
  const alive = () => Boolean(runtime?.id);
  let port: chrome.runtime.Port | undefined;
  let tries = 0;
  /** The page is being left, or is in the back/forward cache. */
  let away = false;

  function connect(): void {
    if (signal.aborted || port || away) return;
    if (!alive() || tries > 20) return on.lost();
    let opened: chrome.runtime.Port;
    try {
      opened = runtime.connect({ name });
    } catch {
      return on.lost();
    }
    port = opened;
    const openedAt = performance.now();
    port.onMessage.addListener((message: ToAgent) => {
      tries = 0;
      on.message(message);
    });
    port.onDisconnect.addListener(() => {
      void runtime?.lastError;
      if (port !== opened) return;
      port = undefined;
      if (!on.atWork()) return;
      tries = performance.now() - openedAt < 1_000 ? tries + 1 : 0;
      if (tries) setTimeout(connect, 50 * tries);
      else connect();
    });
    on.connected();
  }
  function close(): void {
    port?.disconnect();
    port = undefined;
  }
  signal.addEventListener('abort', close, { once: true });

  // In the back/forward cache the browser ends the port, and tells this end only once the page is back: until then it
  // would speak into nothing. What a page does while it is left (it becomes hidden) must not open another one.
  const leave = ({ isTrusted }: PageTransitionEvent) => {
    if (!isTrusted) return;
    away = true;
    close();
  };
  const comeBack = ({ isTrusted, persisted }: PageTransitionEvent) => {
    if (!isTrusted || !persisted) return;
    away = false;
    close();
    connect();
  };
  addEventListener('pagehide', leave, { signal, capture: true });
  addEventListener('pageshow', comeBack, { signal, capture: true });

  return {
    open: connect,
    send(message) {
      if (signal.aborted || away || !alive()) return;
      connect();
      void runtime.sendMessage(message).catch(() => undefined);
    },
  };
}
