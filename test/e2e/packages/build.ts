import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'vite';

const SOURCES = import.meta.dirname;
const LOCK_FILE = join(SOURCES, '../../../package-lock.json');
const STAMP = '.stamp';

/**
 * Builds every page into a folder of its own below `outDir`, unless nothing has changed since the last time.
 * `outDir` must lie outside this folder.
 * Returns the folders by page name; each holds an `index.html` that can be served from any path.
 */
export async function buildPackages(outDir: string): Promise<Record<string, string>> {
  const names = await pageNames();
  if (!(await isFresh(outDir))) await buildAll(names, resolve(outDir));
  return Object.fromEntries(names.map((name) => [name, resolve(outDir, name)]));
}

async function pageNames(): Promise<string[]> {
  const entries = await readdir(SOURCES, { recursive: true });
  return entries
    .filter((entry) => basename(entry) === 'index.html')
    .map(dirname)
    .sort();
}

async function isFresh(outDir: string): Promise<boolean> {
  const stamp = await stat(join(outDir, STAMP)).catch(() => null);
  if (!stamp) return false;
  // Folders count too: their times tell of files that were deleted.
  const sources = (await readdir(SOURCES, { recursive: true })).map((name) => join(SOURCES, name));
  const stats = await Promise.all([LOCK_FILE, SOURCES, ...sources].map((path) => stat(path)));
  return stats.every((source) => source.mtimeMs < stamp.mtimeMs);
}

/** Builds beside the pages and moves the result in, so that neither a failed nor a parallel build leaves half a page. */
async function buildAll(names: string[], outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const staging = await mkdtemp(join(outDir, '.building-'));
  const nodeEnv = process.env['NODE_ENV'];
  try {
    // First, so that a source that changes during the build is newer.
    await writeFile(join(staging, STAMP), '');
    await Promise.all(names.map((name) => buildPage(name, join(staging, name))));
    if (await isFresh(outDir)) return;
    for (const name of [...names, STAMP]) await moveIn(join(staging, name), join(outDir, name));
  } finally {
    // Vite sets it where it was missing.
    if (nodeEnv === undefined) delete process.env['NODE_ENV'];
    await rm(staging, { recursive: true, force: true });
  }
}

async function moveIn(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    // A parallel build of the same sources was quicker.
    if (error.code !== 'ENOTEMPTY') throw error;
  });
}

async function buildPage(name: string, outDir: string): Promise<void> {
  // Only React's development build mounts twice under StrictMode.
  const mode = name.endsWith('-strict') ? 'development' : 'production';
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    // The project's own configuration is about Preact.
    tsconfig: join(SOURCES, 'tsconfig.json'),
    root: join(SOURCES, name),
    base: './',
    mode,
    logLevel: 'error',
    // Said aloud because test runners set NODE_ENV to 'test', from which Vite would conclude a development build.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
    },
  });
}
