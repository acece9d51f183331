import { browser, storage } from '#imports';
import { createDesk, type Desk } from '../jobs/desk';
import { isEnded, type Job } from '../jobs/job';
import { journal } from '../jobs/journal';
import { createRunner } from '../jobs/runner';
import { type Timings, timed, timingKey, withTiming } from '../ledger/timings';
import type { Means } from '../policy/decide';
import { openTally } from '../policy/tally';
import { createTries, type Tried } from '../policy/tries';
import { createClient, type Refusal } from '../services/client';
import { speaking } from '../services/dialect';
import { errorFact } from '../services/errors';
import { type Manner, serviceProfile } from '../services/profile';
import { serviceOf } from '../services/registry';
import { accountOf, accountStates } from '../settings/accounts';
import { meansOf, nextService, taskTypeOf } from '../settings/means';
import { pauseFor } from '../settings/pauses';
import { takePreset } from '../settings/preset-file';
import { settings } from '../settings/store';
import type { Challenge } from '../widgets/challenge';
import { serveAgents } from './agents';
import { createBalances } from './balance';
import { createBooks } from './books';
import { serveByHand } from './by-hand';
import { gated } from './gate';
import { serveHistory } from './history';
import { createPicking } from './picking';
import { createRests } from './rests';
import { keepRuledSites } from './ruled-sites';
import { lookAgain } from './scouts';
import { createTickets, REPORT_MS } from './tickets';
import { createToolbar } from './toolbar';
import { serveUi } from './ui';

const ALARM = 'wake';
const now = () => Date.now();
/** For the session: a form that was sent comes back as another page. */
const storedTries = storage.defineItem<Tried>('session:tries', { fallback: {} });
const storedTimings = storage.defineItem<Timings>('local:timings', { fallback: {} });
const keyOf = (job: Job) => timingKey(job.service, job.challenge.kind);

/** The trusted side, put together. Everything asynchronous happens behind listeners that are there at once. */
export function createBackground() {
  const startedAt = now();
  const client = createClient({ fetch: (...args) => fetch(...args), timeout: (ms) => AbortSignal.timeout(ms) });
  const tickets = createTickets(now);
  const service = gated(client, { claim: tickets.claim, rests: createRests(now), now });
  // The preset may hold the only key; nothing is decided before it was read.
  const preset = takePreset().catch(() => undefined);

  const tallied = openTally(now);
  const balances = createBalances({ client, now, read: (service, reading) => books.balance(service, reading) });
  const books = createBooks({
    now,
    jobs: () => runner.jobs(),
    ask: balances.measure,
    recorded: (entry) => void tallied.then((tally) => tally.settle(entry)),
  });
  const runner = createRunner({
    // The polls of what the journal holds depend on how the accounts are set up.
    journal: { ...journal, load: () => rules().then(journal.load) },
    client: service,
    now,
    account: async (service) => accountOf(await settings.get(), service),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
    deliver: (job) => void desk().then((open) => open.deliver(job)),
    changed: (job, before) => void desk().then((open) => changed(open, job, before)),
    random: Math.random,
    profile: (job) =>
      timed(serviceProfile(job.service, job.challenge.kind, manners.get(job.service)), timings[keyOf(job)]),
    refused,
    record: books.record,
    nextService: async (job) => nextService(await settings.get(), await accountStates.all(), now(), job),
  });
  /** How each account is set up, as far as polling goes; `profile` cannot wait for the settings. */
  const manners = new Map<string, Manner>();
  let timings: Timings = {};
  void storedTimings.getValue().then((stored) => {
    timings = stored;
  });

  /** How a wrong answer of this job is reported, or undefined: its service has no way, or takes it no longer. */
  function reportFor({ service, challenge, since }: Job) {
    const known = serviceOf(service);
    const report = known && speaking(known, manners.get(service)?.dialect).reports[challenge.kind];
    return report && now() - since < (report.withinMs ?? REPORT_MS) ? report : undefined;
  }

  /** Null, or why it could not be told. */
  async function report(id: string): Promise<string | null> {
    await runner.ready;
    if (runner.job(id)) return runner.reportIncorrect(id);
    const ticket = await tickets.of(id);
    const account = ticket && accountOf(await settings.get(), ticket.service);
    if (!ticket || !account) return 'There is nothing to report any more.';
    const told = await service.reportIncorrect(account, ticket.kind, ticket.taskId);
    if (told.outcome !== 'reported') return told.refusal.message;
    // The job is gone; its entry is not.
    books.reported(id).catch(() => undefined);
    return null;
  }

  async function rules() {
    await preset;
    const [current, states] = await Promise.all([settings.get(), accountStates.all()]);
    for (const { service, ...manner } of current.accounts) manners.set(service, manner);
    const meansFor = (challenge?: Challenge): Means => meansOf(current, states, now(), challenge);
    return { settings: current, means: meansFor(), meansFor };
  }

  let opened: Promise<Desk> | undefined;
  function desk(): Promise<Desk> {
    opened ??= Promise.all([tallied, storedTries.getValue()]).then(([tally, tried]) =>
      createDesk({
        runner,
        tally,
        tries: createTries(tried, (next) => void storedTries.setValue(next), now),
        rules,
        canReport: (job) => reportFor(job) !== undefined,
        now,
        newId: () => crypto.randomUUID(),
      }),
    );
    return opened;
  }

  function learn(job: Job, ms: number): void {
    timings = withTiming(timings, keyOf(job), ms);
    void storedTimings.setValue(timings);
  }

  const picking = createPicking({ now, newId: () => crypto.randomUUID(), tell: (...args) => agents.tell(...args) });
  const agents = serveAgents({ desk, rules, picking });
  serveByHand({ tell: agents.tell, pick: picking.start });
  const toolbar = createToolbar({ desk, rules });
  serveUi({
    desk,
    client: balances,
    books,
    report,
    pick: picking.start,
    past: (tabId, site) => tickets.views(tabId, site, (id) => runner.job(id) !== undefined),
    now,
  });
  serveHistory(books, now);
  // A ledger that cannot be opened is tried again by the next worker.
  books.catchUp(runner).catch(() => undefined);

  function changed(open: Desk, job: Job, before: Job | null): void {
    books.follow(job);
    open.jobChanged(job);
    toolbar.update();
    const report = job.state.name === 'delivered' && before?.state.name === 'solved' && reportFor(job);
    if (report) void tickets.keep(job, report.withinMs);
    // From the task's own beginning: back-off and other services say nothing of it.
    if (job.state.name === 'solved' && before?.state.name === 'solving') learn(job, job.state.solvedAt - before.since);
    if (!isEnded(job)) void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
  }

  /** Repeating what a service refuses for good earns bans, so it is asked no more (fact sheet of services, 0.9). */
  async function refused({ service, challenge, state }: Job, refusal: Refusal): Promise<void> {
    const account = accountOf(await settings.get(), service);
    const type = account && taskTypeOf(account, challenge);
    if (!account || type === null) return;
    const pause = pauseFor(account.service, refusal, { challenge, type, polling: state.name === 'solving' }, now());
    if (pause) await accountStates.set(pause.key, pause.state);
  }

  async function rulesChanged(): Promise<void> {
    const failedForTheAccount = (job: Job) =>
      job.state.name === 'failed' && errorFact(job.state.problem.code, job.service).pause !== undefined;
    const { meansFor } = await rules();
    const hasMeans = ({ challenge }: Job) => {
      const { service, paused, unsupported } = meansFor(challenge);
      return service !== null && !paused && !unsupported;
    };
    await (await desk()).rulesChanged((job) => failedForTheAccount(job) && hasMeans(job));
    await agents.restWhereOff();
    await agents.tellRules();
    const { pictures } = await settings.get();
    await lookAgain(pictures);
    // After that: pages that get to know of their rules here say so by themselves.
    await keepRuledSites(pictures).catch(() => undefined);
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
      // An update of the extension forgets them; a preset may have brought some.
      void rules()
        .then(({ settings: { pictures } }) => keepRuledSites(pictures))
        .catch(() => undefined);
    },
    /** The alarm: timers die with the worker. */
    async wake(): Promise<void> {
      await runner.wakeAll();
      await books.due().catch(() => undefined);
      // Just started: the agents are still reconnecting.
      if (now() - startedAt > 5_000) await (await desk()).releaseLost();
      if (runner.jobs().every(isEnded)) await browser.alarms.clear(ALARM);
    },
  };
}
