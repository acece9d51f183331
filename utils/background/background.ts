import { browser } from '#imports';
import { createDesk, type Desk } from '../jobs/desk';
import { isEnded, type Job } from '../jobs/job';
import { journal } from '../jobs/journal';
import { createRunner } from '../jobs/runner';
import type { Means } from '../policy/decide';
import { openTally } from '../policy/tally';
import { createClient } from '../services/client';
import { errorFact } from '../services/errors';
import { serviceOf } from '../services/registry';
import { accountOf, accountStates, firstAccount, problemState } from '../settings/accounts';
import { takePreset } from '../settings/preset-file';
import { settings } from '../settings/store';
import { serveAgents } from './agents';
import { lookAgain } from './inject';
import { createToolbar } from './toolbar';
import { serveUi } from './ui';

const ALARM = 'wake';
const now = () => Date.now();

/** The trusted side, put together. Everything asynchronous happens behind listeners that are there at once. */
export function createBackground() {
  const startedAt = now();
  const client = createClient({ fetch: (...args) => fetch(...args), timeout: (ms) => AbortSignal.timeout(ms) });
  // The preset may hold the only key; nothing is decided before it was read.
  const preset = takePreset().catch(() => undefined);

  const runner = createRunner({
    journal,
    client,
    now,
    account: async (service) => accountOf(await settings.get(), service),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
    deliver: (job) => void desk().then((open) => open.deliver(job)),
    changed: (job) => void desk().then((open) => changed(open, job)),
  });

  async function rules() {
    await preset;
    const current = await settings.get();
    const service = firstAccount(current)?.service ?? null;
    const means: Means = { service, paused: service && (await accountStates.paused(service.id)) };
    return { settings: current, means };
  }

  let opened: Promise<Desk> | undefined;
  function desk(): Promise<Desk> {
    opened ??= openTally(now).then((tally) =>
      createDesk({ runner, tally, rules, now, newId: () => crypto.randomUUID() }),
    );
    return opened;
  }

  const agents = serveAgents({ desk, rules });
  const toolbar = createToolbar({ desk, rules });
  serveUi({ desk, client, now });

  function changed(open: Desk, job: Job): void {
    open.jobChanged(job);
    toolbar.update();
    if (!isEnded(job)) void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
    if (job.state.name !== 'failed') return;
    const { code } = job.state.problem;
    const service = serviceOf(job.service);
    const refusal = { ...errorFact(code), code, retryAfterMs: null };
    if (service && code && refusal.class === 'config')
      void accountStates.set(service.id, problemState(service, refusal));
  }

  async function rulesChanged(): Promise<void> {
    const failedForTheAccount = (job: Job) =>
      job.state.name === 'failed' && errorFact(job.state.problem.code).class === 'config';
    const { means } = await rules();
    await (await desk()).rulesChanged((job) => !means.paused && failedForTheAccount(job));
    await agents.restWhereOff();
    await lookAgain();
    toolbar.update();
  }

  settings.watch(() => void rulesChanged());
  accountStates.watch(() => void rulesChanged());

  return {
    /** First start, every start of the worker, start of the browser. */
    start(): void {
      // Content scripts may read storage.local unless told otherwise. Firefox has no such switch for it yet.
      void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
      toolbar.update();
    },
    /** The alarm: timers die with the worker. */
    async wake(): Promise<void> {
      await runner.wakeAll();
      // Just started: the agents are still reconnecting.
      if (now() - startedAt > 5_000) await (await desk()).releaseLost();
      if (runner.jobs().every(isEnded)) await browser.alarms.clear(ALARM);
    },
  };
}
