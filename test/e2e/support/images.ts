import type { Page } from '@playwright/test';
import type { Picture } from '../../sandbox/images/types.ts';
import { IMAGE_ENTRIES, type ImageEntry } from '../../sandbox/pages/image-catalogue.ts';
import { expect, type World } from './fixture.ts';

export function entryOf(name: string): ImageEntry {
  const entry = IMAGE_ENTRIES.find((each) => each.name === name);
  if (!entry) throw new Error(`no page ${name}`);
  return entry;
}

/** Opens a page of the image site and does what a person does before there is a picture. */
export async function openImages({ open }: World, name: string): Promise<Page> {
  const { url, first, captchas } = entryOf(name);
  const page = await open(url);
  const [captcha] = captchas;
  if (first === 'open') await page.locator('#open').click();
  if (first === 'focus') await page.locator(`[name="${captcha?.field}"]`).focus();
  if (first === 'scroll') await page.locator(captcha?.picture ?? '').scrollIntoViewIfNeeded();
  return page;
}

export function currentOf({ sandbox }: World, name: string, slot?: string): Picture {
  const picture = sandbox.images.current(name, slot);
  if (!picture) throw new Error(`no picture on ${name}`);
  return picture;
}

/** Waits until a field of the page holds what its picture says. */
export async function filled(world: World, page: Page, name: string, nth = 0): Promise<void> {
  const { slot, field } = entryOf(name).captchas[nth] ?? { slot: 'a', field: '' };
  const value = () => page.locator(`[name="${field}"]`).inputValue();
  await expect.poll(value, { timeout: 20_000, message: `${name}: ${field}` }).not.toBe('');
  const { text, caseSensitive } = currentOf(world, name, slot);
  const as = (words: string) => (caseSensitive ? words : words.toLowerCase());
  expect(as(await value())).toBe(as(text));
}
