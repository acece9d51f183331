import type { Page } from '@playwright/test';
import { expect, type World } from './fixture.ts';
import { all, attribute, type Box, inspecting, type Node, rectOf, textOf, tree } from './inspect.ts';

interface Shown {
  /** What it says, the question first. */
  words: string[];
  /** Where it frames something, in view coordinates. */
  frame: Box | null;
}

const isPart = (name: string) => (node: Node) => attribute(node, 'class').split(' ')[0] === name;

/** The picker as it stands on a page, or null. */
export const pickerOf = (page: Page): Promise<Shown | null> =>
  inspecting(page, async (session) => {
    const inside = all(await tree(session))
      .filter(({ shadowRootType }) => shadowRootType === 'closed')
      .map(all)
      .find((nodes) => nodes.some(isPart('panel')));
    if (!inside) return null;
    const words = ['text', 'about'].map((part) => {
      const node = inside.find(isPart(part));
      return node ? textOf(node) : '';
    });
    const outline = inside.find(isPart('outline'));
    return { words: words.filter(Boolean), frame: outline ? await rectOf(session, outline) : null };
  });

/** Waits until the picker says this. */
export const says = (page: Page, words: string): Promise<void> =>
  expect.poll(async () => (await pickerOf(page))?.words.join(' ') ?? '', { timeout: 15_000 }).toContain(words);

export const gone = (page: Page): Promise<void> =>
  expect.poll(async () => pickerOf(page), { timeout: 15_000 }).toBeNull();

/** Starts the picker from the popup, as a person does. */
export async function startPicker(world: World, page: Page): Promise<void> {
  const popup = await world.popup(page);
  await popup.getByRole('button', { name: 'Pick a picture captcha' }).click();
  await says(page, 'Click the captcha picture. Esc leaves.');
  await popup.close();
  await page.bringToFront();
}
