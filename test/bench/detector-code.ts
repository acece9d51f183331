import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('./detector-entry.ts', import.meta.url));

/** Name of the global that the script leaves behind: what `detector-entry.ts` exports. */
export const DETECTOR = 'solventDetector';

/** The detector's own code with real layout as one plain script, for any page. */
export const detectorScript = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: DETECTOR } },
  });
  const [bundle] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[];
  return bundle?.output[0]?.code ?? '';
};
