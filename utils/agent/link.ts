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

  function connect(): void {
    if (signal.aborted || port) return;
    if (!alive() || tries > 20) return on.lost();
    try {
      port = runtime.connect({ name });
    } catch {
      return on.lost();
    }
    const openedAt = performance.now();
    port.onMessage.addListener((message: ToAgent) => {
      tries = 0;
      on.message(message);
    });
    port.onDisconnect.addListener(() => {
      void runtime?.lastError;
      port = undefined;
      if (!on.atWork()) return;
      // A page that goes into the back/forward cache loses its port too, and connects anew when it is shown again.
      tries = performance.now() - openedAt < 1_000 ? tries + 1 : 0;
      if (tries) setTimeout(connect, 50 * tries);
      else connect();
    });
    on.connected();
  }
  signal.addEventListener('abort', () => port?.disconnect(), { once: true });

  return {
    open: connect,
    send(message) {
      if (signal.aborted || !alive()) return;
      connect();
      void runtime.sendMessage(message).catch(() => undefined);
    },
  };
}
