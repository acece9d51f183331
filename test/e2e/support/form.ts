import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Sends a form of the page as a person would, and waits for its server to take what it holds. */
export async function accepted(page: Page, nth = 0, timeout = 5_000): Promise<void> {
  // A page that is not in front draws once a second, and a press waits for two drawings.
  await page.bringToFront();
  await page.locator('.send').nth(nth).click();
  await expect(page.locator('#verdict')).toHaveText('accepted', { timeout });
}
