import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

interface Call {
  name: string;
  token: string;
}

/** What the page's callbacks were called with so far. */
export const callsOf = (page: Page): Promise<Call[]> =>
  page.evaluate(() => (window as unknown as { calls?: Call[] }).calls ?? []);

/** Waits for the page's callback; gives the token. */
export async function solved(page: Page, timeoutMs?: number): Promise<string> {
  const answers = async () => (await callsOf(page)).filter(({ name }) => name === 'solved');
  await until('answer that the page was given', async () => (await answers()).length > 0, timeoutMs);
  const [first, ...more] = await answers();
  assert.deepEqual(more, [], 'the page hears of its answer once');
  return first?.token ?? '';
}

/** Sends the form as a person does, and waits for the word of the site's server. */
export async function accepted(page: Page): Promise<void> {
  await page.bringToFront();
  await page.click('.send');
  // The page is on its way meanwhile, and cannot be asked.
  const verdict = () => page.$eval('#verdict', ({ textContent }) => textContent ?? '').catch(() => '');
  const word = await until('verdict of the site', async () => (await verdict()) || false);
  assert.equal(word, 'accepted');
}
