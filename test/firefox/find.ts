import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** manifest.json's strict_min_version. */
const OLDEST = 140;

/** A Firefox that Solvent can be loaded into: FIREFOX_PATH or an installed one. Throws what to install. */
export function findFirefox(): { path: string; version: string } {
  const reasons: string[] = [];
  for (const path of [process.env['FIREFOX_PATH'] ?? [], USUAL].flat().filter(existsSync)) {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    const version = /Mozilla Firefox (\d+)\S*/.exec(stdout ?? '');
    if (Number(version?.[1]) >= OLDEST) return { path, version: version?.[0] ?? '' };
    reasons.push(`Not taken: ${path}: ${version ? `it is ${version[0]}` : 'it did not tell its version'}.`);
  }
  throw new Error(`There is no Firefox ${OLDEST} or later here. Do one of these, then run this again:
  - install one (Debian: apt-get install firefox-esr; macOS: brew install --cask firefox),
  - or set FIREFOX_PATH to its program.
${reasons.join('\n')}`);
}
