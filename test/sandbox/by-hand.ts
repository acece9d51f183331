import { type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright';
import { executablePath, FRAMES_TOGETHER } from '../e2e/support/browser.ts';
import type { Entry } from './pages/catalogue.ts';
import type { Sandbox } from './types.ts';

// What a person does with a mouse, for the tests that prove the sandbox without any extension.

export type Calls = { name: string; token: string; at: number }[];

const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--ignore-certificate-errors', '--disable-quic'];
const QUIET = ['--disable-background-networking', '--no-first-run'];

/** A plain browser that can reach the sandbox and nothing else. */
export const openBrowser = ({ resolverRules }: Sandbox): Promise<BrowserContext> => {
  const path = executablePath();
  return chromium.launchPersistentContext('', {
    ...(path && { executablePath: path }),
    headless: false,
    args: [...ARGS, ...QUIET, ...FRAMES_TOGETHER, `--host-resolver-rules=${resolverRules}`],
  });
};

/** The one tab of a browser as new: to open another costs more than most pages. */
export async function freshTab(context: BrowserContext): Promise<Page> {
  const [page = await context.newPage(), ...more] = context.pages();
  for (const each of more) await each.close();
  page.removeAllListeners();
  await page.goto('about:blank');
  return page;
}

/** The errors that a page shows its developer, collected from now on. */
export const watchProblems = (page: Page): string[] => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
};

/** The callback invocations that a catalogue page has recorded. */
export const readCalls = (page: Page): Promise<Calls> =>
  page.evaluate(() => (window as unknown as { calls: Calls }).calls);

export const readNames = async (page: Page): Promise<string[]> => (await readCalls(page)).map(({ name }) => name);

/** The tokens that a page was given. */
export const readTokens = async (page: Page): Promise<string[]> =>
  (await readCalls(page)).filter(({ name }) => name === 'solved' || name === 'isolated').map(({ token }) => token);

/** Waits until the vendor's client knows so many widgets. */
export const waitForWidgets = (page: Page, widgets = 1): Promise<unknown> =>
  page.waitForFunction((count) => {
    const { ___grecaptcha_cfg: cfg } = window as unknown as { ___grecaptcha_cfg?: { clients?: object } };
    return Object.keys(cfg?.clients ?? {}).length >= count;
  }, widgets);

export const checkbox = (place: Page | FrameLocator, index = 0) =>
  place.frameLocator('iframe[title="reCAPTCHA"]').nth(index).locator('#recaptcha-anchor');

export const challengeButton = (page: Page) =>
  page.frameLocator('iframe[name^="c-"] >> visible=true').locator('#recaptcha-verify-button');

/** Where a catalogue page keeps its form: itself, or a frame. */
export const placeOf = (page: Page, { name }: Entry): Page | FrameLocator =>
  name === 'into-frame' ? page.frameLocator('#inner') : page;

/** Answers every widget of a catalogue page. */
export const solveByHand = async (page: Page, entry: Entry): Promise<void> => {
  if (entry.way === 'tick') {
    for (let index = 0; index < entry.widgets; index += 1) await checkbox(placeOf(page, entry), index).click();
    return;
  }
  await page.locator(entry.way === 'ask' ? '#ask' : '#send').click();
  if (entry.name !== 'score') await challengeButton(page).click();
};
