import type { PluginOption } from 'vite';

/**
 * Build only: takes WXT's wrapper off the unlisted scripts. Its logger and its catch are 0.4 kB in every frame, and in a
 * page there is nobody to log to (design section 11 counts each byte of scout and recorder).
 */
export const bareScripts = (): PluginOption => ({
  name: 'solvent:bare-scripts',
  enforce: 'pre',
  transform(code, id) {
    // All that it does here is to take functions as well as objects; ours are functions.
    if (id.includes('/define-unlisted-script.')) return 'export const defineUnlistedScript = (main) => ({ main });';
    if (!id.includes('wxt-unlisted-script-entrypoint')) return null;
    const script = /^import definition from (["'].*?["']);/m.exec(code)?.[1];
    if (!script) throw new Error('WXT has changed its wrapper of unlisted scripts.');
    return `import definition from ${script}; definition.main();`;
  },
});
