import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// Google's own come last: they are looked at only to tell the person why they were not taken.
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
];
const MAC = ['Chromium', 'Microsoft Edge', 'Google Chrome'];
const WINDOWS = ['Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const WINDOWS_GOOGLE = 'Google\\Chrome\\Application\\chrome.exe';

/** Where browsers usually are on this system, the better ones first. Most of these files do not exist. */
export function usualPlaces(platform: NodeJS.Platform = process.platform, env = process.env): string[] {
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return [...WINDOWS, WINDOWS_GOOGLE].flatMap((file) => folders.map((folder) => join(folder, file)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return MAC.flatMap((name) => folders.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = new Set([...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin']);
  return COMMANDS.flatMap((name) => [...folders].map((folder) => join(folder, name)));
}
