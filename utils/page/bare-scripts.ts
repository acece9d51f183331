import { minify } from 'terser';
import type { PluginOption } from 'vite';

/** What every frame bears. */
const EVERYWHERE = ['scout.js', 'recorder.js'];

/**
 * Build only: takes WXT's wrapper off the unlisted scripts. Its logger and its catch are 0.4 kB in every frame, and in a
 * page there is nobody to log to (design section 11 counts each byte of scout and recorder).
 */
export const bareScripts = (): PluginOption => ({
  name: 'solvent:bare-scripts',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('wxt-unlisted-script-entrypoint')) {
      const script = /^import definition from (["'].*?["']);/m.exec(code)?.[1];
      if (!script) throw new Error('WXT has changed its wrapper of unlisted scripts.');
      return `import start from ${script}; start();`;
    }
    // All that the definition does is to make an object of a function, which is called above.
    if (!/\/entrypoints\/[\w-]+\.ts$/.test(id)) return null;
    return code.replace('export default defineUnlistedScript(() =>', 'export default (() =>');
  },
  /** Once more by a minifier that takes its time: 100 bytes less. */
  async generateBundle(_, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk' || !EVERYWHERE.includes(output.fileName)) continue;
      // Arrows are safe where nothing is constructed, and what needs `this` stays as it is.
      const compress = { passes: 4, keep_fargs: false, unsafe_arrows: true };
      const options = { ecma: 2020, compress } as const;
      output.code = (await minify(output.code, options)).code ?? output.code;
    }
  },
});
