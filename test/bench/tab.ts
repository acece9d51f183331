import type { Cdp } from './cdp.ts';

export interface Tab {
  readonly cdp: Cdp;
  /** Resolves after the `load` event. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it must stand alone. Promises are awaited, values come back as JSON. */
  run<Args extends unknown[], Value>(inPage: (...args: Args) => Value, ...args: Args): Promise<Awaited<Value>>;
  /** Resolves once the function gives something true. */
  until<Args extends unknown[]>(inPage: (...args: Args) => unknown, what: string, ...args: Args): Promise<void>;
  close(): Promise<void>;
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

const PATIENCE_MS = 20_000;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A tab in a window of its own, so that it is visible whatever other tabs there are. */
export const openTab = async (browser: Cdp, session: (id: string) => Cdp): Promise<Tab> => {
  const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
  });
  const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const cdp = session(sessionId);
  await cdp.send('Page.enable');

  const run = async <Args extends unknown[], Value>(
    inPage: (...args: Args) => Value,
    ...args: Args
  ): Promise<Awaited<Value>> => {
    const { result, exceptionDetails: problem } = await cdp.send<Evaluated>('Runtime.evaluate', {
      expression: `(${inPage})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (problem) throw new Error(problem.exception?.description ?? problem.text);
    return result.value as Awaited<Value>;
  };

  return {
    cdp,
    run,
    async goto(url) {
      const loaded = cdp.once('Page.loadEventFired');
      const { errorText } = await cdp.send<{ errorText?: string }>('Page.navigate', { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
      await loaded;
    },
    async until(inPage, what, ...args) {
      const end = Date.now() + PATIENCE_MS;
      while (!(await run(inPage, ...args))) {
        if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
        await sleep(20);
      }
    },
    async close() {
      await browser.send('Target.closeTarget', { targetId });
    },
  };
};
