import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Package and command of each tool that the steps use. */
const TOOLS = {
  wxt: 'wxt',
  tsc: 'typescript',
  biome: '@biomejs/biome',
  vitest: 'vitest',
  playwright: '@playwright/test',
} as const;
export type Tool = keyof typeof TOOLS;

export interface Ran {
  ok: boolean;
  /** What it printed, both streams, without colours. */
  output: string;
}

const GRACE_MS = 5_000;

/** The script behind a command, for Node itself to run: shells and file endings differ by system. */
function scriptOf(tool: Tool): string {
  const folder = join(ROOT, 'node_modules', TOOLS[tool]);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  return join(folder, bin[tool] as string);
}

/** Runs a tool in the repository, at most so long. Its output is kept, not shown. Never throws. */
export function runTool(tool: Tool, args: string[], limitMs: number, env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    let output = '';
    let late = false;
    const child = spawn(process.execPath, [scriptOf(tool), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const timer = setTimeout(() => {
      late = true;
      output += `\nStopped: ${tool} took longer than ${Math.round(limitMs / 1000)} s.\n`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    }, limitMs);
    const finish = (code: number | null) => {
      clearTimeout(timer);
      resolve({ ok: code === 0 && !late, output: stripVTControlCharacters(output) });
    };
    child.once('error', (error) => {
      output += String(error);
      finish(null);
    });
    child.once('close', finish);
    // A process that was left behind may hold the streams open for ever.
    child.once('exit', (code) => setTimeout(finish, 1_000, code).unref());
  });
}
