import type { Browser } from '../../bench/browser.ts';
import { workers } from '../../bench/worker.ts';

// For browsers that no tool is attached to, but for the moment of a question.

/** Runs an expression in a target that fits, with nothing attached to it before or after. */
async function inTarget<Value>({ cdp, session }: Browser, targetId: string, expression: string): Promise<Value> {
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const { result } = await session(sessionId).send<{ result: { value: Value } }>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.send('Target.detachFromTarget', { sessionId });
  return result.value;
}

/** In the extension's worker. */
export async function inWorker<Value>(browser: Browser, expression: string): Promise<Value> {
  const [worker] = await workers(browser.cdp);
  if (!worker) throw new Error('no worker');
  return inTarget(browser, worker.targetId, expression);
}

/** In the tab at this address; null: there is none. */
export async function inPage<Value>(browser: Browser, at: string, expression: string): Promise<Value | null> {
  const { targetInfos } = await browser.cdp.send<{ targetInfos: { targetId: string; url: string; type: string }[] }>(
    'Target.getTargets',
  );
  const page = targetInfos.find(({ url, type }) => url === at && type === 'page');
  return page ? inTarget<Value>(browser, page.targetId, expression) : null;
}
