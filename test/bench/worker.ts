import type { Browser } from './browser.ts';
import type { Cdp } from './cdp.ts';
import { sleep } from './tab.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

const PATIENCE_MS = 10_000;
const STILL_GONE_MS = 300;

/** Service workers of extensions that run now. */
export const workers = async (browser: Cdp): Promise<TargetInfo[]> => {
  const { targetInfos } = await browser.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
  return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'));
};

/** Stops the worker; its target goes when its thread has ended. An agent that is connected will wake the next one. */
export const stopWorker = async (browser: Cdp): Promise<void> => {
  const [running] = await workers(browser);
  if (!running) return;
  await browser.send('Target.closeTarget', { targetId: running.targetId });
  const end = Date.now() + PATIENCE_MS;
  while ((await workers(browser)).some(({ targetId }) => targetId === running.targetId))
    if (Date.now() > end) throw new Error('The worker does not stop.');
};

/** V8's heap of the running worker after garbage collection, in MB. */
export const workerHeap = async ({ cdp, session }: Pick<Browser, 'cdp' | 'session'>): Promise<number> => {
  const [running] = await workers(cdp);
  if (!running) throw new Error('There is no worker.');
  const { targetId } = running;
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const worker = session(sessionId);
  await worker.send('HeapProfiler.enable');
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send<{ usedSize: number }>('Runtime.getHeapUsage');
  await cdp.send('Target.detachFromTarget', { sessionId });
  return usedSize / 1e6;
};

/** Stops the worker until it stays stopped: no page needs it, but an alarm may come in between. */
export const keepStopped = async (browser: Cdp): Promise<void> => {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    await stopWorker(browser);
    await sleep(STILL_GONE_MS);
    if (!(await workers(browser)).length) return;
  }
  throw new Error('Something keeps waking the worker.');
};
