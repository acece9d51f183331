import type { CDPSession, Page } from '@playwright/test';
import { expect } from './expect.ts';
import { all, attribute, type Box, inspecting, type Node, rectOf, textOf, tree } from './inspect.ts';

/** A badge as it stands on the page. Its shadow root is closed: only the browser itself can look inside. */
export interface ShownBadge {
  /** `offer`, `working`, `done` or `problem`; empty for a moment between two of them. */
  show: string;
  /** Everything it says, with single spaces. */
  text: string;
  /** Accessible names of its buttons, in order. */
  buttons: string[];
  /** Where it is, in view coordinates; null: not laid out, and so neither seen nor reached. */
  box: Box | null;
}

const boxesIn = (root: Node): Node[] =>
  all(root)
    .filter(({ shadowRootType }) => shadowRootType === 'closed')
    .flatMap(all)
    .filter((node) => attribute(node, 'aria-label') === 'Solvent' && attribute(node, 'role') === 'group');

const buttonsIn = (box: Node): Node[] => all(box).filter(({ nodeName }) => nodeName === 'BUTTON');

interface Found extends ShownBadge {
  nodes: Node[];
}

/** Down the page, whichever was made first; what is not laid out comes last. */
async function find(session: CDPSession): Promise<Found[]> {
  const found = boxesIn(await tree(session)).map(async (node) => ({
    show: attribute(node, 'class').split(' ')[1] ?? '',
    text: textOf(node),
    buttons: buttonsIn(node).map((button) => attribute(button, 'aria-label')),
    box: await rectOf(session, node),
    nodes: buttonsIn(node),
  }));
  const top = ({ box }: ShownBadge) => box?.y ?? Number.MAX_VALUE;
  return (await Promise.all(found)).sort((a, b) => top(a) - top(b));
}

/** The badges of a page, from its top to its bottom. */
export const badgesOf = (page: Page): Promise<ShownBadge[]> =>
  inspecting(page, async (session) => (await find(session)).map(({ nodes, ...badge }) => badge));

async function buttonOf(session: CDPSession, name: RegExp, nth: number): Promise<Node> {
  const named = (await find(session)).flatMap(({ nodes }) => nodes);
  const button = named.filter((each) => name.test(attribute(each, 'aria-label')))[nth];
  if (!button)
    throw new Error(`no badge button ${name}[${nth}] among: ${named.map((each) => attribute(each, 'aria-label'))}`);
  return button;
}

/** Presses a badge's button with the mouse once it is laid out, as a person does: it is not while its widget is drawn anew. */
export const pressBadge = (page: Page, name: RegExp, nth = 0): Promise<void> =>
  inspecting(page, async (session) => {
    // A tab at the back takes no mouse.
    await page.bringToFront();
    const place = async () => rectOf(session, await buttonOf(session, name, nth));
    await expect.poll(place, { message: `badge button ${name} laid out`, intervals: [50] }).not.toBeNull();
    const rect = await place();
    if (!rect) throw new Error(`badge button ${name} is gone again`);
    await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
  });

/** Runs a function in the page's world with a badge's button as `this`: more than any page can do. */
export const onBadgeButton = <T>(page: Page, name: RegExp, body: string, nth = 0): Promise<T> =>
  inspecting(page, async (session) => {
    const { backendNodeId } = await buttonOf(session, name, nth);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { ${body} }`,
      returnByValue: true,
    });
    return result.value as T;
  });
