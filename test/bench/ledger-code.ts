import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const STORE = fileURLToPath(new URL('../../utils/ledger/store.ts', import.meta.url));

/** Name of the global that the script leaves behind: what `utils/ledger/store.ts` exports. */
export const LEDGER = 'solventLedger';

/** The ledger's own code as one plain script, for a page of the extension. */
export const ledgerScript = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: STORE, formats: ['iife'], name: LEDGER } },
  });
  const [bundle] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[];
  return bundle?.output[0]?.code ?? '';
};

/** Runs in the page: fills the ledger in one go, as its own code would in many: entries, and the sums of each day. */
export const fillLedger = (count: number, days: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const services = ['capmonster', 'capkill', 'anticaptcha', '2captcha', 'capsolver'];
    const outcomes = ['delivered', 'delivered', 'delivered', 'delivered', 'failed', 'unused', 'cancelled', 'expired'];
    const cost = { nano: 600_000, source: 'service' };
    const now = Date.now();
    const opening = indexedDB.open('ledger');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['entries', 'days'], 'readwrite');
      const sums = new Map<string, { jobs: number; solved: number; nano: number }>();
      for (let index = 0; index < count; index++) {
        const at = now - Math.floor((index / count) * days * 86_400_000);
        // As the Swedes write it: YYYY-MM-DD.
        const day = new Date(at).toLocaleDateString('sv');
        const service = services[index % services.length] ?? '';
        const site = `site-${index % 150}.example`;
        tx.objectStore('entries').put({
          ...{ job: `bench-${index}`, at, day, site, origin: `https://${site}`, pathHash: '0123456789abcdef' },
          ...{ kind: 'recaptcha', service, noticedAt: at, createdAt: at, readyAt: at, deliveredAt: at, polls: 4 },
          ...{ outcome: outcomes[index % outcomes.length], errorCode: '', cost, reported: false },
        });
        const sum = sums.get(`${day} ${service}`) ?? { jobs: 0, solved: 0, nano: 0 };
        sums.set(`${day} ${service}`, { jobs: sum.jobs + 1, solved: sum.solved + 1, nano: sum.nano + cost.nano });
      }
      for (const [key, sum] of sums) {
        const [day, service] = key.split(' ');
        tx.objectStore('days').put({ day, service, ...sum, estimated: 0, unknown: 0, possible: 0 });
      }
      tx.oncomplete = () => resolve(opening.result.close());
      tx.onerror = () => reject(tx.error);
    };
  });
