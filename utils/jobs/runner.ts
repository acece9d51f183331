import type { Account, Client, Refusal } from '../services/client';
import type { PollProfile } from '../services/service';
import type { Effect, JobEvent } from './event';
import { isEnded, type Job } from './job';
import type { Journal } from './journal';
import { step } from './step';

export interface RunnerDeps {
  journal: Journal;
  client: Client;
  /** The service of a job with its key, or null once the person has removed it. */
  account(service: string): Promise<Account | null>;
  now(): number;
  setTimer(run: () => void, ms: number): unknown;
  clearTimer(timer: never): void;
  /** Hands the answer of a solved job to whoever holds its widget. */
  deliver(job: Job): void;
  /** Heard before the job goes on, so that a service that refuses everything is asked no more. */
  refused(job: Job, refusal: Refusal): Promise<void>;
  /** The service to try when this one cannot, or null. */
  nextService(job: Job): Promise<string | null>;
  /** When to poll; how the account is set up has a say in it. */
  profile(job: Job): PollProfile;
  /** 0 to 1. */
  random(): number;
  /** Resolves once the ledger has an ended job, and not if it cannot take it. */
  record(job: Job): Promise<unknown>;
  /** A job changed, after the journal has it. */
  changed(job: Job, before: Job | null): void;
}

const NO_ACCOUNT = 'The key of this service was removed.';

/**
 * Performs what `step` decides: journal first, then the effect. Events of one job are taken one after another; effects
 * that take time run beside them and come back as events.
 */
export function createRunner(deps: RunnerDeps) {
  const jobs = new Map<string, Job>();
  const turns = new Map<string, Promise<void>>();
  const timers = new Map<string, unknown>();
  /** Who waits to hear how a report went. */
  const reports = new Map<string, (trouble: string | null) => void>();

  const ready = deps.journal.load().then((loaded) => {
    for (const job of loaded) if (!jobs.has(job.id)) jobs.set(job.id, job);
    for (const job of loaded) if (!isEnded(job)) void send(job.id, { type: 'woke' });
  });

  /** Resolves once the event is in the journal and its effects have begun. */
  function send(id: string, event: JobEvent): Promise<void> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(() => take(id, event));
    // A write that failed must not keep the next one from being tried.
    turns.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async function take(id: string, event: JobEvent): Promise<void> {
    const before = jobs.get(id);
    if (!before) return;
    const { job, effects } = step(before, event, deps.now(), deps.profile(before));
    if (job !== before) {
      await deps.journal.write(job);
      jobs.set(id, job);
      deps.changed(job, before);
    }
    for (const effect of effects) perform(job, effect);
    if (isEnded(job)) clear(id);
  }

  function perform(job: Job, effect: Effect): void {
    if (effect.do === 'create') void create(job);
    if (effect.do === 'poll') void poll(job, effect.taskId);
    if (effect.do === 'deliver') deps.deliver(job);
    if (effect.do === 'report') void report(job, effect.taskId);
    if (effect.do === 'wake') {
      clear(job.id);
      const due = () => void send(job.id, { type: 'due' });
      timers.set(job.id, deps.setTimer(due, Math.max(0, effect.at - deps.now())));
    }
  }

  async function create(job: Job): Promise<void> {
    const account = await accountOf(job);
    if (!account) return send(job.id, { type: 'cancelled', reason: NO_ACCOUNT, unsent: true });
    const created = await deps.client.createTask(account, job.challenge);
    if (created.outcome !== 'refused') return send(job.id, { type: 'created', created });
    await deps.refused(job, created.refusal);
    const next = await deps.nextService(job).catch(() => null);
    return send(job.id, { type: 'created', created, next, jitter: deps.random() });
  }

  async function poll(job: Job, taskId: string): Promise<void> {
    const account = await accountOf(job);
    if (!account) return send(job.id, { type: 'cancelled', reason: NO_ACCOUNT });
    const progress = await deps.client.getTaskResult(account, job.challenge, taskId);
    if (progress.outcome !== 'ready' && progress.refusal?.pause) await deps.refused(job, progress.refusal);
    await send(job.id, { type: 'progress', progress });
  }

  async function report(job: Job, taskId: string): Promise<void> {
    const account = await accountOf(job);
    const outcome = account
      ? await deps.client.reportIncorrect(account, job.challenge.kind, taskId)
      : ({ outcome: 'failed', refusal: null } as const);
    reports.get(job.id)?.(outcome.outcome === 'failed' ? (outcome.refusal?.message ?? NO_ACCOUNT) : null);
    reports.delete(job.id);
  }

  /** Null also where the settings could not be read: nothing is sent then. */
  const accountOf = (job: Job) => deps.account(job.service).catch(() => null);

  function clear(id: string): void {
    const timer = timers.get(id);
    if (timer !== undefined) deps.clearTimer(timer as never);
    timers.delete(id);
  }

  return {
    /** Resolves once the journal has been read. Nothing may be admitted before. */
    ready,
    send,
    jobs: (): Job[] => [...jobs.values()],
    job: (id: string): Job | undefined => jobs.get(id),

    /** Takes a new job on. `job.state` is `admitted`. */
    async admit(job: Job): Promise<void> {
      jobs.set(job.id, job);
      deps.changed(job, null);
      await send(job.id, { type: 'admitted' });
    },

    /** Forgets an ended job. */
    async forget(id: string): Promise<void> {
      const job = jobs.get(id);
      if (!job || !isEnded(job)) return;
      jobs.delete(id);
      // After a write that may still be under way.
      await turns.get(id);
      turns.delete(id);
      // Without the ledger's word it stays in the journal, for the next worker to record.
      const recorded = await deps.record(job).then(
        () => true,
        () => false,
      );
      if (recorded) await deps.journal.remove(id);
    },

    /** Tells the service that the answer was wrong: null, or why it could not be told. Once a job, whatever comes of it. */
    async reportIncorrect(id: string): Promise<string | null> {
      const { state } = jobs.get(id) ?? {};
      if (state?.name !== 'delivered' || state.taskId === undefined) return 'There is nothing to report any more.';
      if (state.reported) return 'It was reported before.';
      const told = new Promise<string | null>((resolve) => reports.set(id, resolve));
      await send(id, { type: 'reported' });
      return told;
    },

    /** The second string: an alarm. Timers do not survive the worker. */
    async wakeAll(): Promise<void> {
      await ready;
      const open = [...jobs.values()].filter((job) => !isEnded(job));
      await Promise.allSettled(open.map((job) => send(job.id, { type: 'due' })));
    },
  };
}

export type Runner = ReturnType<typeof createRunner>;
