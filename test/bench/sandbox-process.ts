import { startSandbox } from '../sandbox/index.ts';
import type { SandboxCalls } from './sandbox.ts';

// A process of its own: what the measuring loop does must not delay what the sandbox sees.
const sandbox = await startSandbox({ seed: 1, solveAfterMs: 0 });
// Multiples of it, modulo 1, fill an interval more evenly than random numbers do.
const GOLDEN = 0.618034;
const { capmonster } = sandbox.services;

const calls: SandboxCalls = {
  place: () => ({ resolverRules: sandbox.resolverRules }),
  serve: (pages) => {
    for (const [url, html] of pages) sandbox.sites.page(url, html);
  },
  addKey: (clientKey) => capmonster.addKey(clientKey, 1000),
  addSites: (websiteKeys) => {
    for (const websiteKey of websiteKeys) sandbox.recaptcha.addSite({ websiteKey, secret: `secret-of-${websiteKey}` });
  },
  solveBetween: (from, to) => {
    let turn = 0;
    capmonster.solveAfterMs = () => {
      turn = (turn + GOLDEN) % 1;
      return Math.round(from + turn * (to - from));
    };
  },
  tasks: () =>
    capmonster.tasks.map(({ task, readyAt, collectedAt, token }) => ({
      url: String(task['websiteURL']),
      readyAt,
      collectedAt,
      token,
    })),
  created: () =>
    capmonster.requests
      .filter(({ path }) => path.endsWith('createTask'))
      .map(({ at, body }) => ({
        at,
        url: String((body as { task: { websiteURL: string } }).task.websiteURL),
      })),
};

process.on('message', ({ id, name, args }: { id: number; name: keyof SandboxCalls; args: never[] }) => {
  const call = calls[name] as (...args: never[]) => unknown;
  process.send?.({ id, value: call(...args) ?? null });
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0 });
