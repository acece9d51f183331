import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What the benchmark asks of the sandbox in its process. */
export interface SandboxCalls {
  place(): { resolverRules: string };
  serve(pages: [url: string, html: string][]): void;
  addKey(clientKey: string): void;
  addSites(websiteKeys: string[]): void;
  /** What new tasks take, in ms: spread evenly, each next one far from the one before. */
  solveBetween(from: number, to: number): void;
  tasks(): { url: string; readyAt: number; collectedAt: number | null; token: string }[];
  /** Every createTask, when its request arrived. */
  created(): { at: number; url: string }[];
}

type Remote = {
  [Name in keyof SandboxCalls]: (...args: Parameters<SandboxCalls[Name]>) => Promise<ReturnType<SandboxCalls[Name]>>;
};

export interface BenchSandbox extends Remote {
  close(): Promise<void>;
}

const fail = (code: unknown): never => {
  throw new Error(`The sandbox ended with ${code}.`);
};

/** Starts the sandbox in a process of its own. */
export const openSandbox = async (): Promise<BenchSandbox> => {
  const child = fork(new URL('./sandbox-process.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => fail(code))]);
  const waiting = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  child.on('message', ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  const ask =
    (name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        child.send({ id, name, args });
      });
  const close = async (): Promise<void> => {
    const exited = once(child, 'exit');
    child.disconnect();
    await exited;
  };
  return new Proxy({ close } as BenchSandbox, {
    // A promise that resolves with this must not find it thenable.
    get: (target, name) => (name === 'close' ? target.close : name === 'then' ? undefined : ask(String(name))),
  });
};
