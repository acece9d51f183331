import type { Page } from 'playwright';
import { runTool } from '../run/command.ts';
import { startSandbox } from '../sandbox/index.ts';
import { serveDemo } from '../sandbox/pages/demo.ts';
import { findBrowser } from './browser.ts';
import { follow, pressButtons, summary } from './follow.ts';
import { openBrowser } from './open.ts';

const KEY = 'demo-key';
const DEADLINE_MS = 90_000;
/** What the played service takes for a task: long enough to be watched. */
const SOLVE_MS = 3_000;

const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const headless = process.argv.includes('--headless') || noDisplay;

async function build(): Promise<void> {
  console.log('Building Solvent.');
  const { ok, output } = await runTool('wxt', ['build'], 180_000);
  if (!ok) throw new Error(`The build failed:\n${output}`);
}

/** The demo from the opened page on; answers whether every widget was accepted. */
async function watch(page: Page, url: string): Promise<boolean> {
  const deadline = Date.now() + DEADLINE_MS;
  await page.goto(url);
  await pressButtons(page);
  const { ok, text } = summary(await follow(page, deadline, console.log));
  console.log(text);
  return ok;
}

/** With a window the person decides when it is over, and whatever they saw is fine. */
async function watchUntilClosed(page: Page, url: string): Promise<true> {
  const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
  try {
    await watch(page, url);
    console.log('Close the browser window to stop.');
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
  await closed;
  return true;
}

async function demo(): Promise<boolean> {
  const { path, version } = await findBrowser();
  await build();
  const sandbox = await startSandbox({ solveAfterMs: SOLVE_MS });
  sandbox.services.capmonster.addKey(KEY, 10);
  const url = serveDemo(sandbox);
  console.log(`Opening the demo in ${version}${headless ? ', headless' : ''}.`);
  const preset = { service: 'capmonster', key: KEY };
  const { resolverRules } = sandbox;
  const context = await openBrowser({ browser: path, headless, resolverRules, preset });
  const page = context.pages()[0] ?? (await context.newPage());
  const ok = await (headless ? watch(page, url) : watchUntilClosed(page, url));
  if (!ok) console.log(`The service was sent ${sandbox.services.capmonster.tasks.length} tasks.`);
  // The person may have closed it already.
  await context.close().catch(() => undefined);
  return ok;
}

try {
  process.exitCode = (await demo()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The sandbox still listens; what else may be left is cleared by test/run/room.mjs.
process.exit();
