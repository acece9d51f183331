import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 5_000;

/**
 * Runs a program with a folder of its own for everything temporary. However it ends (also killed, also Ctrl-C), the
 * processes that it started and that folder are gone afterwards. Resolves with its exit code.
 */
export async function runInRoom(command, args) {
  // The Mac's own folder is so deep that Chromium's socket in it would get too long a name.
  const room = mkdtempSync(join(process.platform === 'darwin' ? '/tmp' : tmpdir(), 'solvent-room-'));
  const env = { ...process.env, TMPDIR: room, TMP: room, TEMP: room };
  const child = spawn(command, args, { stdio: 'inherit', env });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(console.error(String(error)) ?? 1));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  const stop = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const watch = whenOrphaned(() => stop('SIGTERM'));
  const code = await ended;
  clearInterval(watch);
  for (let round = 0; round < 20; round++) {
    const left = leftIn(room);
    if (left.length === 0) break;
    for (const pid of left) kill(pid);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(room, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return code;
}

/** npm hands SIGTERM to its shell, which dies without a word to us. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const byNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => byNpm && process.ppid !== parent && act(), 500);
}

/** Processes whose environment or command line names the room: whatever was started in it, however deep. */
function leftIn(room) {
  if (process.platform === 'win32') return [];
  if (!existsSync('/proc/self/cmdline')) {
    const { stdout } = spawnSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8' });
    return (stdout ?? '').split('\n').flatMap((line) => (line.includes(room) ? [Number.parseInt(line, 10)] : []));
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => read(pid, 'cmdline').includes(room) || read(pid, 'environ').includes(room)).map(Number);
}

function read(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    // Ended meanwhile, or somebody else's.
    return '';
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Ended meanwhile.
  }
}
