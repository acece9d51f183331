import { type Result, STEPS, type Step } from './steps.ts';

/** All of it, the installation not counted. */
const LIMIT_MS = 30 * 60_000;
const NOTES = 40;

const startedAt = performance.now();
const timeLeftMs = () => Math.max(1, LIMIT_MS - (performance.now() - startedAt));
let passed = 0;
let failed = 0;

async function perform({ name, run }: Step): Promise<void> {
  const begunAt = performance.now();
  const result = await run(timeLeftMs).catch(
    (error: unknown): Result => ({ passed: 0, failed: 1, notes: [String(error)], output: '' }),
  );
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
  const outcome = `${result.failed ? `${result.failed} FAILED, ` : ''}${result.passed} passed`;
  console.log(`${name.padEnd(8)}${outcome.padEnd(22)} ${seconds.padStart(6)} s`);
  if (!result.failed) return;
  console.log(`\n${result.output.trim()}\n`);
  for (const note of result.notes.slice(0, NOTES)) console.log(`  ${note}`);
  if (result.notes.length > NOTES) console.log(`  and ${result.notes.length - NOTES} more`);
  console.log(`  (end of ${name})\n`);
}

for (const beside of STEPS) await Promise.all(beside.map(inTurn));

async function inTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await perform(step);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
