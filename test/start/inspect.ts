import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';

/** manifest.json's minimum_chrome_version. */
const OLDEST = 120;

export interface Browser {
  path: string;
  /** As it names itself. */
  version: string;
}

type Verdict = { fit: true; browser: Browser } | { fit: false; reason: string };

const unfit = (reason: string): Verdict => ({ fit: false, reason });

/** Whether the browser at a path can be started with an unpacked extension; null: there is none. */
export function inspect(path: string): Verdict | null {
  if (!isProgram(path)) return null;
  if (isSnap(path)) return unfit('it is a snap package, which cannot read an extension from a temporary folder');
  const version = versionOf(path);
  if (version === null) return unfit('it did not tell its version');
  // "Google Chrome for Testing" is a Chromium in this respect.
  if (/^Google Chrome(?! for Testing)/.test(version))
    return unfit(`it is ${version}, which ignores --load-extension: Google switched that off in its own brand`);
  const major = Number(/\d+/.exec(version)?.[0] ?? Number.NaN);
  if (major < OLDEST) return unfit(`it is ${version}; Solvent needs ${OLDEST} or later`);
  return { fit: true, browser: { path, version } };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu's /usr/bin/chromium-browser is a small script that starts the snap. */
function isSnap(path: string): boolean {
  if (path.startsWith('/snap/')) return true;
  const { size } = statSync(path);
  return size < 20_000 && readFileSync(path, 'utf8').includes('/snap/bin/');
}

function versionOf(path: string): string | null {
  // On Windows --version opens a window instead of printing; the folder tells the brand there.
  if (process.platform === 'win32') return /\\Google\\Chrome\\/i.test(path) ? 'Google Chrome' : 'Chromium';
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return stdout?.trim().split('\n').at(-1)?.trim() || null;
}
