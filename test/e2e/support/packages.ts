import { fileURLToPath } from 'node:url';
import { buildPackages } from '../packages/build.ts';

/** Where the pages of the published packages are built to; each in a folder of its name. */
export const PACKAGES = fileURLToPath(new URL('../../../.output/packages/', import.meta.url));

/** Before the workers start: two of them must not build the same pages into the same folder. */
export default async function buildPages(): Promise<void> {
  await buildPackages(PACKAGES);
}
