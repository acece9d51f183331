import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { ROOT } from '../run/command.ts';

export interface OpenOptions {
  browser: string;
  headless: boolean;
  resolverRules: string;
  preset: unknown;
}

/**
 * Opens a browser that has nothing but Solvent, set up by a preset.json, and that reaches nothing but the sandbox.
 * Whoever runs this clears the temporary folder away (`test/run/room.mjs`).
 */
export async function openBrowser({ browser, headless, resolverRules, preset }: OpenOptions): Promise<BrowserContext> {
  const root = await mkdtemp(join(tmpdir(), 'demo-'));
  const folder = join(root, 'solvent');
  await cp(join(ROOT, '.output', 'chrome-mv3'), folder, { recursive: true });
  await writeFile(join(folder, 'preset.json'), JSON.stringify(preset));
  return chromium.launchPersistentContext(join(root, 'profile'), {
    executablePath: browser,
    // Playwright's own headless mode is a browser without extensions.
    headless: false,
    // The page fills the window and follows it.
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--window-size=1280,1000',
      `--host-resolver-rules=${resolverRules}`,
      '--no-proxy-server',
      '--ignore-certificate-errors',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-sandbox',
      // Without the yellow bar about the switches above.
      '--test-type',
    ],
  });
}
