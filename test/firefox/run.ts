import { runTool } from '../run/command.ts';
import type { Case } from './case.ts';
import { PAGES } from './cases/pages.ts';
import { SOLVES, SOLVES_HERE } from './cases/solves.ts';
import { SURVIVES, SURVIVES_IDLE } from './cases/survives.ts';
import { findFirefox } from './find.ts';
import { installed, openWorld, type WorldOptions } from './world.ts';

/** Each with a browser of its own. */
const ROUNDS: readonly { how: Omit<WorldOptions, 'path'>; cases: readonly Case[] }[] = [
  { how: {}, cases: [...SOLVES, ...PAGES, ...SURVIVES] },
  { how: { custom: true }, cases: SOLVES_HERE },
  { how: { idleMs: 500 }, cases: [...SURVIVES_IDLE, ...SOLVES] },
];

const only = process.argv[2] ?? '';
const count = { passed: 0, failed: 0 };

async function runRound(path: string, { how, cases }: (typeof ROUNDS)[number]): Promise<void> {
  const wanted = cases.filter(({ name }) => name.includes(only));
  if (!wanted.length) return;
  const world = await openWorld({ path, ...how });
  try {
    await installed(world);
    for (const { name, run } of wanted) {
      await world.begin();
      const startedAt = performance.now();
      const trouble = await run(world).then(
        () => world.noise().join('\n'),
        (error: Error) => [error.message, ...world.noise()].join('\n'),
      );
      const facts = `${((performance.now() - startedAt) / 1_000).toFixed(1)} s, ${world.creates()} createTask, event page started ${world.starts()} times`;
      count[trouble ? 'failed' : 'passed']++;
      console.log(`${trouble ? 'FAILED' : 'passed'}  ${how.idleMs ? 'restless: ' : ''}${name} (${facts})`);
      if (trouble) console.log(trouble.replace(/^/gm, '        '));
    }
  } finally {
    await world.close();
  }
}

try {
  const { path, version } = findFirefox();
  console.log('Building Solvent for Firefox.');
  const { ok, output } = await runTool('wxt', ['build', '-b', 'firefox'], 180_000);
  if (!ok) throw new Error(`The build failed:\n${output}`);
  console.log(`Running ${version}.`);
  for (const round of ROUNDS) await runRound(path, round);
  console.log(`${count.passed} passed, ${count.failed} failed`);
} catch (error) {
  count.failed++;
  console.error(error instanceof Error ? error.message : error);
}
process.exitCode = count.failed || !count.passed ? 1 : 0;
