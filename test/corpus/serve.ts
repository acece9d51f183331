import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from './page.ts';

const PICTURE = { width: 120, height: 40 };

const svg = ({ width, height }: typeof PICTURE): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#cde"/></svg>`;

/** Serves the pages on loopback with every picture they ask for, in its natural size. Scripts there are none. */
export async function serveCorpus(pages: readonly Page[]): Promise<{ url(page: Page): string; close(): void }> {
  const sizes = new Map(pages.flatMap((page) => Object.entries(page.sizes).map(([src, size]) => [keyOf(src), size])));
  const byPath = new Map(pages.map((page, index) => [`/page-${index}`, page]));
  const server = createServer(({ url = '/' }, response) => {
    const page = byPath.get(url);
    const [width, height] = sizes.get(keyOf(url)) ?? [PICTURE.width, PICTURE.height];
    response.setHeader('content-type', page ? 'text/html; charset=utf-8' : 'image/svg+xml');
    response.end(page ? page.html : svg({ width, height }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page) => `http://127.0.0.1:${port}/page-${pages.indexOf(page)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A picture's address as the server sees it. */
const keyOf = (src: string): string => {
  const { pathname, search } = new URL(src, 'http://corpus.test/page');
  return pathname + search;
};
