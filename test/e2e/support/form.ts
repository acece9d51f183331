import type { Frame, Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Sends a form of the page, or of a frame in it, as a person would, and waits for its server to take what it holds. */
export async function accepted(at: Page | Frame, nth = 0, timeout = 5_000): Promise<void> {
  // A page that is not in front draws once a second, and a press waits for two drawings.
  await ('page' in at ? at.page() : at).bringToFront();
  await at.locator('.send').nth(nth).click();
  await expect(at.locator('#verdict')).toHaveText('accepted', { timeout });
}
