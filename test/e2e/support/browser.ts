import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright';

const BUILT = process.env['SOLVENT_BUILD'] ?? fileURLToPath(new URL('../../../.output/chrome-mv3/', import.meta.url));
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/** The Chromium to use: CHROME_PATH, an installed one, else Playwright's own. */
export const executablePath = (): string | undefined =>
  process.env['CHROME_PATH'] ?? SYSTEM.find((path) => existsSync(path));

/**
 * Frames of other sites, and the next page, in the process that is there: half the work, for tests whose outcome cannot lie
 * in where a frame runs.
 */
export const FRAMES_TOGETHER = ['--disable-site-isolation-trials'];

export interface CopyOptions {
  /** Text of preset.json, or an object; missing: no such file. */
  preset?: unknown;
  /** Changes the manifest of this copy. */
  manifest?: (manifest: Record<string, unknown>) => void;
}

export interface StartOptions {
  resolverRules: string;
  headless?: boolean;
  args?: string[];
  /** True: pages have the window's own size and density, and not those that Playwright gives them. */
  ownView?: boolean;
  /** Default arguments of Playwright that are left out. */
  without?: string[];
}

export interface LaunchOptions extends CopyOptions, StartOptions {
  /** False: a browser without the extension. */
  extension?: boolean;
}

export interface Launched {
  context: BrowserContext;
  /** Folder of the extension in this browser, for tests that change its files. */
  folder: string;
  close(): Promise<void>;
}

/** A folder for a browser's profile and for copies of the extension. */
export const makeRoot = (): Promise<string> => mkdtemp(join(tmpdir(), 'solvent-'));

/** Copies the built extension to a folder. */
export async function copyExtension(folder: string, options: CopyOptions): Promise<void> {
  await cp(BUILT, folder, { recursive: true });
  if (options.preset !== undefined) {
    const text = typeof options.preset === 'string' ? options.preset : JSON.stringify(options.preset, null, 2);
    await writeFile(join(folder, 'preset.json'), text);
  }
  if (options.manifest) {
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    options.manifest(manifest);
    await writeFile(file, JSON.stringify(manifest));
  }
}

/** Starts a real browser on the profile in `root`. */
export function startBrowser(root: string, options: StartOptions): Promise<BrowserContext> {
  const path = executablePath();
  return chromium.launchPersistentContext(join(root, 'profile'), {
    ...(path && { executablePath: path }),
    headless: false,
    ...(options.ownView && { viewport: null }),
    ignoreDefaultArgs: ['--disable-extensions', ...(options.without ?? [])],
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      '--no-sandbox',
      `--host-resolver-rules=${options.resolverRules}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      // Drawing by the GPU process costs more than it saves where there is no GPU.
      '--disable-gpu',
      '--no-proxy-server',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...(options.args ?? []),
    ],
  });
}

/** The browser's last helpers may still be writing. */
export const removeRoot = (root: string): Promise<void> =>
  rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** Starts a real browser with the built extension, in a profile and with a copy of the extension of its own. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const root = await makeRoot();
  const folder = join(root, 'extension');
  await copyExtension(folder, options);
  const own =
    options.extension === false ? [] : [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const context = await startBrowser(root, { ...options, args: [...own, ...(options.args ?? [])] });
  return {
    context,
    folder,
    async close() {
      await context.close();
      await removeRoot(root);
    },
  };
}
