import { join } from 'node:path';
import { install, ROOT } from './install.mjs';
import { runInRoom } from './room.mjs';

/** From nothing (a fresh clone, any Node from 18 on) to a TypeScript program of ours, and to its exit code. */
export async function boot(program) {
  try {
    const node = install();
    // The sandbox strips types in a way that Node still calls an experiment.
    const flags = ['--disable-warning=ExperimentalWarning'];
    process.exitCode = await runInRoom(node, [...flags, join(ROOT, program), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
