import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Reply } from '../server/exchange.ts';
import { answer } from '../server/reply.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
};

const decode = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken escape names no file.
    return null;
  }
};

/** A file below a folder, or null; `index.html` stands for a folder. */
export const readBelow = async (folder: string, path: string): Promise<Reply | null> => {
  const decoded = decode(path);
  if (decoded === null) return null;
  const inside = normalize(`/${decoded}`);
  if (inside.split(/[\\/]/).includes('..')) return null;
  const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  try {
    return answer(TYPES[extname(file)] ?? 'application/octet-stream', await readFile(file));
  } catch {
    // No such file: the site answers 404.
    return null;
  }
};
