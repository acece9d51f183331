import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ROOT } from '../run/command.ts';
import { letTell } from './event-page.ts';

/** browser_specific_settings.gecko.id of the manifest. */
export const EXTENSION_ID = 'solvent@solvent.test';

export interface LaunchOptions {
  path: string;
  proxyPort: number;
  preset: unknown;
  /** After so long without an event Firefox stops the event page; missing: its own 30 s. */
  idleMs?: number | undefined;
}

export interface Launched {
  browser: Browser;
  /** Origin of the extension's pages. */
  extension: string;
  debuggerPort: number;
  close(): Promise<void>;
}

/** Starts Firefox with the built extension as a temporary add-on, set up by a preset.json. */
export async function launch({ path, proxyPort, preset, idleMs }: LaunchOptions): Promise<Launched> {
  const root = await mkdtemp(join(tmpdir(), 'solvent-firefox-'));
  // Also where the run is broken off.
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'solvent');
  await cp(join(ROOT, '.output', 'firefox-mv3'), folder, { recursive: true });
  await writeFile(join(folder, 'preset.json'), JSON.stringify(preset));
  await letTell(folder);
  const uuid = randomUUID();
  const debuggerPort = await freePort();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--start-debugger-server', String(debuggerPort)],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      // Loopback stays direct: a service on this computer is reached as a person's would be.
      'network.proxy.no_proxies_on': '',
      // Google's hosts are pinned, and here they are the sandbox's.
      'security.cert_pinning.enforcement_level': 0,
      'devtools.chrome.enabled': true,
      'devtools.debugger.remote-enabled': true,
      'devtools.debugger.prompt-connection': false,
      // Else it is drawn by lot, and nothing tells what came out.
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: uuid }),
      ...(idleMs !== undefined && { 'extensions.background.idle.timeout': idleMs }),
    },
  });
  const close = async () => {
    await browser.close();
    await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await browser.installExtension(folder);
  } catch (error) {
    await close();
    throw error;
  }
  return { browser, extension: `moz-extension://${uuid}`, debuggerPort, close };
}

/** Firefox does not tell which port its debugger was given. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
