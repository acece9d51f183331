import { defineConfig } from 'wxt';
import { bareScripts } from './utils/page/bare-scripts';
import { contentScripts } from './utils/widgets/injected';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  vite: () => ({ plugins: [bareScripts()] }),
  manifest: ({ browser }) => ({
    name: 'Solvent',
    description: 'Solves captcha widgets in your own browser through the solving service whose key you stored.',
    permissions: ['storage', 'scripting', 'alarms', 'contextMenus', 'webNavigation'],
    commands: {
      'solve-image': { suggested_key: { default: 'Alt+Shift+S' }, description: 'Solve the image captcha of this page' },
    },
    host_permissions: ['<all_urls>'],
    // The agent belongs to frames, not to us: scout and recorder are plain files without WXT's content runtime.
    content_scripts: contentScripts,
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'solvent@solvent.test',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo', 'websiteContent', 'browsingActivity'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
