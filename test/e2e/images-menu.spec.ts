import type { Page } from '@playwright/test';
import { badgesOf } from './support/badges.ts';
import { expect, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { currentOf, filled, openImages } from './support/images.ts';

interface Dispatch {
  dispatch(...args: unknown[]): void;
}

/** As the browser says it: its own menu and keys are out of reach of a test. */
async function wish({ worker }: World, page: Page, how: 'menu' | 'key', source?: string): Promise<void> {
  const shown = () => page.locator('#picture').evaluate((picture: HTMLImageElement) => picture.currentSrc);
  const wished = [how, page.url(), source ?? (await shown())] as const;
  await page.bringToFront();
  await (await worker()).evaluate(async ([how, url, srcUrl]) => {
    const [tab] = await chrome.tabs.query({ url });
    const { contextMenus, commands } = chrome;
    if (how === 'key') (commands.onCommand as unknown as Dispatch).dispatch('solve-image', tab);
    else
      (contextMenus.onClicked as unknown as Dispatch).dispatch({ menuItemId: 'solve-image', srcUrl, frameId: 0 }, tab);
  }, wished);
}

const field = (page: Page) => page.locator('[name="x7"]');

test('the menu of a picture that nobody would notice: the answer is in the field that is in use', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  await field(page).focus();
  expect(world.creates()).toBe(0);
  await wish(world, page, 'menu');
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
  expect(world.sandbox.images.gets).toHaveLength(1);
  await accepted(page);
});

test('without a field in use it goes to the one that is clicked next, and Esc leaves', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  const words = async () => (await badgesOf(page)).map(({ text }) => text).join();
  await wish(world, page, 'menu');
  await expect.poll(words).toContain('Click the field for the answer.');
  await page.keyboard.press('Escape');
  await expect.poll(words).toBe('');
  expect(world.creates()).toBe(0);
  await wish(world, page, 'menu');
  await expect.poll(words).toContain('Click the field for the answer.');
  await field(page).click();
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
  await accepted(page);
});

test('an address that no picture of the page has asks for nothing', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  await field(page).focus();
  await wish(world, page, 'menu', 'https://images.test/other.png');
  await wish(world, page, 'menu');
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
});

test.describe('ask', () => {
  test.use({ preset: { mode: 'ask' } });

  test('the key solves the likeliest picture of the page', async ({ world }) => {
    const page = await openImages(world, 'plain');
    const shows = async () => (await badgesOf(page)).map(({ show }) => show);
    await expect.poll(shows, { timeout: 20_000 }).toEqual(['offer']);
    await wish(world, page, 'key');
    await filled(world, page, 'plain');
    expect(world.creates()).toBe(1);
    expect(currentOf(world, 'plain').state).toBe('open');
    await accepted(page);
  });
});
