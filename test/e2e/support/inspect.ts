import type { CDPSession, Page } from '@playwright/test';

// What stands in closed shadow roots, where only the browser's own tools can look.

/** In view coordinates. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Node = Awaited<ReturnType<typeof tree>>;

export const tree = async (session: CDPSession) =>
  (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root;

/** Runs `work` with a session of the browser's own tools. */
export async function inspecting<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

export const attribute = ({ attributes = [] }: Node, name: string): string => {
  const at = attributes.findIndex((each, index) => index % 2 === 0 && each === name);
  return at < 0 ? '' : (attributes[at + 1] ?? '');
};

export const all = (node: Node): Node[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all),
  ...(node.contentDocument ? all(node.contentDocument) : []),
];

export const textOf = (node: Node): string =>
  all(node)
    .map(({ nodeName, nodeValue }) => (nodeName === '#text' ? nodeValue : ''))
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Where a node is; null: not laid out. */
export async function rectOf(session: CDPSession, { backendNodeId }: Node): Promise<Box | null> {
  const model = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => null);
  if (!model) return null;
  const [x = 0, y = 0] = model.model.border;
  return { x, y, width: model.model.width, height: model.model.height };
}
