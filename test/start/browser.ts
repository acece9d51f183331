import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chromium } from 'playwright';
import { type Browser, inspect } from './inspect.ts';
import { usualPlaces } from './places.ts';

/** A browser that takes unpacked extensions: CHROME_PATH, an installed one, Playwright's own, or Debian's. */
export async function findBrowser(say: (line: string) => void = console.log): Promise<Browser> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted) {
    const verdict = inspect(wanted);
    if (verdict?.fit) return verdict.browser;
    say(`CHROME_PATH (${wanted}) cannot be used: ${verdict?.reason ?? 'there is no program there'}.`);
    say('Looking for another browser.');
  }
  let reasons: string[] = [];
  const look = (): Browser | undefined => {
    reasons = [];
    const looked = new Set<string>();
    for (const path of [...usualPlaces(), chromium.executablePath()].filter(existsSync)) {
      // /bin and /usr/bin are often one folder.
      const real = realpathSync(path);
      if (looked.has(real)) continue;
      looked.add(real);
      const verdict = inspect(path);
      if (verdict?.fit) return verdict.browser;
      if (verdict) reasons.push(`Not taken: ${path}: ${verdict.reason}.`);
    }
    return undefined;
  };
  const found = look();
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    say('No Chromium yet: installing it with apt-get.');
    const trouble = installChromium();
    const installed = look();
    if (installed) return installed;
    reasons.push(trouble);
  }
  throw new Error(advice(reasons));
}

const isDebian = (): boolean =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** What went wrong, or ''. */
function installChromium(): string {
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = () => apt('install', '-y', 'chromium');
  if (install().status === 0) return '';
  // A container without package lists, or with old ones.
  apt('update');
  const second = install();
  return second.status === 0 ? '' : `apt-get install chromium failed:\n${second.stderr}`;
}

const advice = (
  reasons: string[],
): string => `There is no browser here that Solvent can be loaded into. Do one of these, then run this again:
  - install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium) or Microsoft Edge,
  - or let Playwright fetch one:  npx playwright install --with-deps chromium
  - or set CHROME_PATH to the program of a Chromium or an Edge.
${reasons.map((reason) => `${reason}\n`).join('')}`;
