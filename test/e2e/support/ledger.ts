import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Entry } from '../../../utils/ledger/entry.ts';
import type { ServiceControl } from '../../sandbox/types.ts';
import type { World } from './fixture.ts';

export const openOptions = (world: World): Promise<Page> => world.open(`${world.extension}/options.html`);

/** Presses a button of the options page, and reads the file that the browser saves. */
export async function saved(options: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The whole ledger as it is kept, read without waking the worker. That a person gets the same is tested where it is saved. */
export async function ledgerOf(world: World): Promise<Entry[]> {
  const page = await world.bare();
  return page.evaluate(async () => {
    // To open a database that is not there yet would make an empty one.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'ledger')) return [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('ledger'));
    try {
      return await done(db.transaction('entries').objectStore('entries').getAll());
    } finally {
      db.close();
    }
  });
}

/** Nano-dollars that the entries come to: those whose cost is known, or was found in one way. */
export const sumOf = (entries: readonly Entry[], ...sources: string[]): number =>
  entries.reduce((sum, { cost }) => sum + (cost && sources.includes(cost.source) ? cost.nano : 0), 0);

/** Nano-dollars that the service has taken for tasks, and of them for those of which nobody has heard. */
export function chargedBy({ tasks }: ServiceControl): { heard: number; lost: number } {
  const nano = (of: typeof tasks) => of.reduce((sum, { charged }) => sum + Math.round(charged * 1e9), 0);
  return { heard: nano(tasks.filter(({ polls }) => polls > 0)), lost: nano(tasks.filter(({ polls }) => polls === 0)) };
}

/** Sets the worker's clock ahead (or back), and rings the meter's alarm. For as long as this worker lives. */
export async function jump(world: World, ms: number): Promise<void> {
  await (await world.worker()).evaluate((ms) => {
    const { now } = Date;
    Date.now = () => now() + ms;
    const { onAlarm } = chrome.alarms as unknown as { onAlarm: { dispatch(alarm: object): void } };
    onAlarm.dispatch({ name: 'meter', scheduledTime: Date.now() });
  }, ms);
}
