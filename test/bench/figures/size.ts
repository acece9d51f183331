import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT } from '../browser.ts';
import { alone, type Figure } from '../figure.ts';

const BAR_BYTES = 4000;

interface Manifest {
  content_scripts: { js: string[] }[];
}

/** What every frame of every page has to load: the files of the manifest's content scripts. */
export async function* size(): AsyncGenerator<Figure> {
  const manifest = JSON.parse(await readFile(join(BUILT, 'manifest.json'), 'utf8')) as Manifest;
  const files = [...new Set(manifest.content_scripts.flatMap(({ js }) => js))];
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(BUILT, file))).size));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const note = files.map((file, index) => `${file} ${sizes[index]}`).join(', ');
  const head = { figure: 'script in every frame', unit: 'bytes', note };
  yield alone(head, [total], `<= ${BAR_BYTES} bytes`, ({ max }) => max <= BAR_BYTES);
}
