import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../start/browser.ts';
import { type Ran, ROOT, runTool, type Tool } from './command.ts';
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts';

export interface Result extends Counts {
  /** What the tools printed, to be shown when something failed. */
  output: string;
}

export interface Step {
  name: string;
  run(timeLeftMs: () => number): Promise<Result>;
}

const SECOND = 1_000;

/** Commands one after another, counted as one. */
const all = (...commands: [Tool, ...string[]][]): Step['run'] => {
  return async (timeLeftMs) => {
    const failed: Ran[] = [];
    for (const [tool, ...args] of commands) {
      const ran = await runTool(tool, args, Math.min(120 * SECOND, timeLeftMs()));
      if (!ran.ok) failed.push(ran);
    }
    const output = failed.map((ran) => ran.output).join('\n');
    return { passed: failed.length ? 0 : 1, failed: failed.length ? 1 : 0, notes: [], output };
  };
};

/** A runner's own counts, and one failure more where it failed in a way that they do not tell. */
function judged({ ok, output }: Ran, counts: Counts | null): Result {
  const { passed, failed, notes } = counts ?? { passed: 0, failed: 0, notes: [] };
  if (failed) return { passed, failed, notes, output };
  if (passed && ok) return { passed, failed, notes, output: '' };
  const note = !counts ? 'it wrote no report' : passed ? 'every test passed, yet it failed' : 'it ran no test';
  return { passed, failed: 1, notes: [note], output };
}

async function unit(timeLeftMs: () => number): Promise<Result> {
  const report = join(tmpdir(), 'vitest.json');
  const args = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return judged(await runTool('vitest', args, timeLeftMs()), vitestCounts(report));
}

async function endToEnd(timeLeftMs: () => number): Promise<Result> {
  if (!existsSync(join(ROOT, '.output', 'chrome-mv3', 'manifest.json')))
    return { passed: 0, failed: 1, notes: ['not run: there is no build to load'], output: '' };
  const report = join(tmpdir(), 'playwright.json');
  const browser = await findBrowser().catch((error: Error) => error.message);
  if (typeof browser === 'string') return { passed: 0, failed: 1, notes: ['no browser'], output: browser };
  // Playwright's own limit comes first: it stops with a report.
  const args = ['test', '--workers=2', `--global-timeout=${Math.max(SECOND, timeLeftMs() - 20 * SECOND)}`];
  const env = { CHROME_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return judged(await runTool('playwright', args, timeLeftMs(), env), playwrightCounts(report));
}

/** One row after another; the columns of a row run beside each other. End-to-end tests have the machine to themselves. */
export const STEPS: readonly (readonly (readonly Step[])[])[] = [
  [[{ name: 'build', run: all(['wxt', 'build'], ['wxt', 'build', '-b', 'firefox']) }]],
  [
    [{ name: 'unit', run: unit }],
    [
      {
        name: 'types',
        run: all(['wxt', 'prepare'], ['tsc', '--noEmit'], ['tsc', '--noEmit', '-p', 'test/e2e/packages']),
      },
      { name: 'lint', run: all(['biome', 'check']) },
    ],
  ],
  [[{ name: 'e2e', run: endToEnd }]],
];
