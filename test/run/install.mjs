// Plain JavaScript without dependencies: runs under whatever Node (18 or later) a fresh clone meets.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NEEDED = 24;

/** Installs what is missing; answers the path of the Node that runs the rest. Throws what to do when it cannot. */
export function install() {
  const missing = outOfStep();
  if (missing) {
    console.log(`Installing the packages (${missing}); this takes a minute or two.`);
    if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error') !== 0)
      throw new Error('npm ci failed, see above. Mend that (network, disk, npm settings), then run this again.');
  }
  return nodeOf();
}

/** Why node_modules does not fit package-lock.json, or null. By content: a clone or a checkout changes every date. */
function outOfStep() {
  // npm writes this file last, so an installation that was cut short has none.
  const written = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return 'there are none yet';
  const installed = packagesIn(written);
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    // Optional ones are for other machines than this.
    if (path === '' || optional || devOptional) continue;
    if (installed[path]?.version !== version) return 'package-lock.json has changed';
  }
  return null;
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

function npm(...args) {
  const script = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
  const done = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
  return done.status;
}

function nodeOf() {
  const own = ['node', 'node.exe'].map((name) => join(ROOT, 'node_modules', 'node', 'bin', name)).find(existsSync);
  for (const path of [own, process.execPath]) {
    if (path && majorOf(path) >= NEEDED) return path;
  }
  throw new Error(`Solvent is built with Node ${NEEDED}, which npm installs below node_modules; it is not there.
The usual reason is that install scripts are switched off (npm config get ignore-scripts). Either
  run   npm rebuild node --ignore-scripts=false
  or    install Node ${NEEDED} or later yourself (https://nodejs.org), then run this again.`);
}

function majorOf(node) {
  const { stdout } = spawnSync(node, ['-v'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
