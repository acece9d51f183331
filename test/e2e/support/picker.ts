import type { Page } from '@playwright/test';
import { expect, type World } from './fixture.ts';

interface Shown {
  /** What it says, the question first. */
  words: string[];
  /** Where it frames something, in view coordinates. */
  frame: { x: number; y: number; width: number; height: number } | null;
}

/** The picker as it stands on a page, or null. Its shadow root is closed: only the browser itself can look inside. */
export async function pickerOf(page: Page): Promise<Shown | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    type Node = typeof root;
    const all = (node: Node): Node[] => [
      node,
      ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all),
      ...(node.contentDocument ? all(node.contentDocument) : []),
    ];
    const has = (part: string) => (node: Node) => (node.attributes ?? [])[1]?.split(' ')[0] === part;
    const shadow = all(root).find(
      (node) => node.shadowRootType === 'closed' && all(node).some((each) => has('panel')(each)),
    );
    if (!shadow) return null;
    const inside = all(shadow);
    const textOf = (part: string) => {
      const node = inside.find(has(part));
      return node ? all(node).map(({ nodeName, nodeValue }) => (nodeName === '#text' ? nodeValue : '')) : [];
    };
    const outline = inside.find(has('outline'));
    const model =
      outline && (await session.send('DOM.getBoxModel', { backendNodeId: outline.backendNodeId }).catch(() => null));
    const [x = 0, y = 0] = model?.model.border ?? [];
    return {
      words: [...textOf('text'), ...textOf('about')].filter(Boolean),
      frame: model ? { x, y, width: model.model.width, height: model.model.height } : null,
    };
  } finally {
    await session.detach();
  }
}

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
