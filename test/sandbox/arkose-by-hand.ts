import type { FrameLocator, Locator, Page } from 'playwright';
import type { ArkoseEntry } from './pages/arkose-catalogue.ts';

// What a person does with a mouse on the pages of arkose-catalogue.ts.

const FRAMES = { current: 'iframe[data-e2e="enforcement-frame"]', legacy: '#fc-iframe-wrap' } as const;

/** The frame that holds a key's challenge. */
export const challengeFrame = (page: Page, kind: ArkoseEntry['kind'], publicKey: string): FrameLocator => {
  if (kind === 'legacy') return page.frameLocator(FRAMES.legacy);
  const outer = kind === 'hosted' ? page.frameLocator('#hosted') : page;
  return outer.frameLocator(`${FRAMES.current}[src*="${publicKey}"]`);
};

/** The button that stands for the challenge. */
export const solveButton = (page: Page, kind: ArkoseEntry['kind'], publicKey: string): Locator =>
  challengeFrame(page, kind, publicKey).locator('#solve');

/** Begins the check of one form, where that takes a person. */
export const beginByHand = async (page: Page, { way }: ArkoseEntry, nth = 0): Promise<void> => {
  if (way === 'ask') await page.locator('.ask').nth(nth).click();
  else if (way === 'send') await page.locator('.send').nth(nth).click();
};

/** Solves every form of a page; the one that is sent by its check has then left the page. */
export const solveArkoseByHand = async (page: Page, entry: ArkoseEntry): Promise<void> => {
  for (const [nth, publicKey] of entry.keys.entries()) {
    await beginByHand(page, entry, nth);
    await solveButton(page, entry.kind, publicKey).click();
  }
};
