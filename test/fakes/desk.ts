import { createDesk, type Desk } from '../../utils/jobs/desk';
import type { Frame } from '../../utils/jobs/frame';
import { isEnded } from '../../utils/jobs/job';
import { createRunner, type Runner } from '../../utils/jobs/runner';
import type { ToAgent, Widget } from '../../utils/messages/agent';
import { type Book, withBegun, withGrant } from '../../utils/policy/budgets';
import type { Means } from '../../utils/policy/decide';
import { createTries } from '../../utils/policy/tries';
import { capmonster } from '../../utils/services/capmonster';
import type { Client, Created, Progress } from '../../utils/services/client';
import { DEFAULTS, type Settings } from '../../utils/settings/schema';
import { fakeClock, memoryJournal, POLLS, settle } from './jobs';

interface Given {
  settings?: Partial<Settings>;
  solvedAfter?: number;
  created?: Created;
  /** How long createTask takes, in ms. */
  createAfter?: number;
  /** False: pages let answers lie. */
  takes?: boolean;
}

/** Desk and runner as the background puts them together, with pages that take what they are given. */
export function fakeBackground(given: Given = {}) {
  const clock = fakeClock();
  const { journal, entries } = memoryJournal();
  const tally: { book: Book } = { book: { begun: [], grants: [] } };
  const creates: string[] = [];
  const polls: number[] = [];
  /** How jobs ended, in order. */
  const ended: string[] = [];
  const rules: { settings: Settings; means: Means } = {
    settings: { ...DEFAULTS, ...given.settings },
    means: { service: capmonster, paused: null },
  };
  const startedAt = new Map<string, number>();
  let ids = 0;
  const live: { desk: Desk; runner: Runner } = {} as never;

  function boot(): void {
    const runner = createRunner({
      journal,
      client: {
        createTask: async (_account, challenge) => {
          creates.push(challenge.websiteURL);
          const taskId = String(creates.length);
          startedAt.set(taskId, clock.now());
          const { createAfter } = given;
          if (createAfter) await new Promise<void>((resolve) => clock.setTimer(resolve, createAfter));
          return given.created ?? { outcome: 'created', taskId };
        },
        getTaskResult: async (_account, _challenge, taskId): Promise<Progress> => {
          polls.push(clock.now());
          return clock.now() - (startedAt.get(taskId) ?? 0) >= (given.solvedAfter ?? 7_000)
            ? { outcome: 'ready', answer: { token: `TOKEN${taskId}` }, cost: null }
            : { outcome: 'working', retryAfterMs: null };
        },
      } as Pick<Client, 'createTask' | 'getTaskResult'> as Client,
      account: async () => ({ service: capmonster, base: 'https://api.capmonster.cloud', clientKey: 'KEY' }),
      now: clock.now,
      setTimer: clock.setTimer,
      clearTimer: clock.clearTimer,
      deliver: (job) => live.desk.deliver(job),
      changed: (job) => {
        live.desk.jobChanged(job);
        if (isEnded(job)) ended.push(job.state.name);
      },
      refused: async () => undefined,
      record: async () => undefined,
      nextService: async () => null,
      profile: () => POLLS,
      random: () => 0,
    });
    const desk = createDesk({
      runner,
      tally: {
        book: () => tally.book,
        add: async (task) => {
          tally.book = withBegun(tally.book, { ...task, at: clock.now() });
        },
        allow: async (budget, site) => {
          tally.book = withGrant(tally.book, budget, site, clock.now());
        },
      },
      tries: createTries({}, () => undefined, clock.now),
      rules: async () => ({ settings: rules.settings, meansFor: () => rules.means }),
      canReport: () => false,
      now: clock.now,
      newId: () => `job${++ids}`,
    });
    Object.assign(live, { desk, runner });
  }
  boot();

  /** A page with an agent. `said` is everything it was told. */
  function page(document: string, over: Partial<Frame> = {}) {
    const said: ToAgent[] = [];
    const taken = new Map<string, string>();
    let widgets: Widget[] = [];
    const frame: Frame = {
      document,
      tabId: 1,
      frameId: 0,
      place: { site: 'site.example', incognito: false },
      websiteURL: 'https://site.example/form',
      widgets: new Map(),
      pressed: new Set(),
      preparing: new Set(),
      decisions: new Map(),
      post: (message) => {
        said.push(message);
        if (given.takes === false || message.type !== 'deliver' || taken.has(message.job)) return;
        taken.set(message.job, message.token);
        void live.desk.delivered({ type: 'delivered', document, job: message.job }, frame.tabId);
      },
      ...over,
    };
    live.desk.connect(frame);
    const badge = (ref: string) =>
      said.flatMap((message) => (message.type === 'badge' && message.ref === ref ? [message.badge] : [])).at(-1);
    return {
      frame,
      said,
      badge,
      tokens: () => [...taken.values()],
      async show(...next: Widget[]): Promise<void> {
        widgets = next;
        await live.desk.widgets(frame, { type: 'widgets', document, widgets });
        await settle();
      },
      async press(ref: string, button: 'solve' | 'cancel' | 'more' = 'solve'): Promise<void> {
        await live.desk.pressed(frame, { type: 'pressed', document, ref, button });
        await settle();
      },
      async leave(): Promise<void> {
        await live.desk.disconnect(frame);
        await settle();
      },
    };
  }
  return { clock, rules, live, boot, page, creates, polls, ended, tally, entries };
}
