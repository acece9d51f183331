import { createDesk, type Desk } from '../../utils/jobs/desk';
import type { Frame } from '../../utils/jobs/frame';
import { isEnded, type Job } from '../../utils/jobs/job';
import { createRunner, type Runner } from '../../utils/jobs/runner';
import type { AgentMessage } from '../../utils/messages/agent';
import { type Book, withBegun } from '../../utils/policy/budgets';
import { createTries } from '../../utils/policy/tries';
import { capmonster } from '../../utils/services/capmonster';
import { DEFAULTS } from '../../utils/settings/schema';
import { POLLS } from '../fakes/jobs';
import { modelClock } from './clock';
import { modelJournal } from './journal';
import { type ModelPage, modelPage, type Place, type Way } from './page';
import { chargingService } from './service';

const ALARM_MS = 30_000;

/** One life of the background's worker. Dead, it does nothing more: whatever it waits for never comes. */
interface Worker {
  desk: Desk;
  runner: Runner;
  frames: Map<string, Frame>;
  bornAt: number;
  dead: boolean;
}

/** The real desk, runner and step between pages that come and go, a worker that dies, and a service that charges. */
export function modelWorld() {
  const violations: string[] = [];
  const violate = (what: string) => void violations.push(what);
  const clock = modelClock();
  const journal = modelJournal(clock, violate);
  const service = chargingService(clock, violate);
  let book: Book = { begun: [], grants: [] };
  const pages: ModelPage[] = [];
  const said: [ModelPage, AgentMessage][] = [];
  /**
   * The second gap that nobody can close: the page has the answer, and the worker died before it could write that down.
   * Only a page that leaves in the same moment cannot say it again.
   */
  const unheard = new Set<string>();
  let worker: Worker | null = null;
  /** The worker dies at its touch of the world that brings this to 0. */
  let touches = Number.POSITIVE_INFINITY;
  let deaths = 0;
  let ids = 0;
  let documents = 0;

  function die(): void {
    if (!worker) return;
    worker.dead = true;
    for (const { token } of pages.flatMap(({ deliveries }) => deliveries)) {
      const job = service.tasks.get(token)?.job;
      if (job && journal.entries.get(job)?.state.name === 'solved') unheard.add(token);
    }
    worker = null;
    touches = Number.POSITIVE_INFINITY;
    deaths++;
    for (const page of pages) page.cut();
  }

  function boot(): Worker {
    const self = { frames: new Map(), bornAt: clock.passed(), dead: false } as unknown as Worker;
    const never = () => new Promise<never>(() => undefined);
    const gate = (): Promise<void> => {
      if (!self.dead && --touches === 0) die();
      return self.dead ? never() : Promise.resolve();
    };
    self.runner = createRunner({
      journal: journal.of(gate),
      client: service.client((challenge) => self.runner.jobs().find((job) => job.challenge === challenge) as Job, gate),
      account: async () => {
        await gate();
        return { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: 'KEY' };
      },
      now: clock.now,
      setTimer: (run, ms) => clock.after(ms, () => self.dead || run()),
      clearTimer: clock.clear,
      deliver: (job) => void gate().then(() => self.desk.deliver(job)),
      changed: (job) => void Promise.resolve().then(() => self.dead || self.desk.jobChanged(job)),
      refused: gate,
      record: gate,
      nextService: async ({ tried }) => (tried.length ? null : 'capsolver'),
      profile: () => POLLS,
      random: () => 0.5,
    });
    self.desk = createDesk({
      runner: self.runner,
      tally: {
        book: () => book,
        add: async (task) => {
          book = withBegun(book, { ...task, at: clock.now() });
        },
        allow: async () => undefined,
      },
      tries: createTries({}, () => undefined, clock.now),
      rules: async () => {
        await gate();
        const settings = { ...DEFAULTS, privateWindows: true };
        return { settings, meansFor: () => ({ service: capmonster, paused: null }) };
      },
      canReport: () => false,
      now: clock.now,
      newId: () => `job${++ids}`,
    });
    worker = self;
    return self;
  }

  const awake = () => worker ?? boot();

  /** As `utils/background/agents.ts` does it. */
  const way: Way = {
    connect(page) {
      const self = awake();
      const { document, place } = page;
      const frame: Frame = {
        document,
        tabId: place.tabId,
        frameId: 0,
        place: { site: place.site, incognito: place.incognito },
        websiteURL: `https://${place.site}/`,
        widgets: new Map(),
        pressed: new Set(),
        preparing: new Set(),
        decisions: new Map(),
        post: (message) => void (self.dead || self.frames.get(document) !== frame || page.take(message)),
      };
      self.frames.set(document, frame);
      self.desk.connect(frame);
      void self.desk.refresh(frame);
      return frame;
    },
    send(page, message) {
      said.push([page, message]);
      void take(awake(), page, message);
    },
    left({ document }, frame) {
      if (!worker || worker.frames.get(document) !== frame) return;
      worker.frames.delete(document);
      void worker.desk.disconnect(frame);
    },
  };

  async function take(self: Worker, page: ModelPage, message: AgentMessage): Promise<void> {
    if (message.type === 'found') return;
    if (message.type === 'delivered') return self.desk.delivered(message, page.place.tabId);
    const frame = self.frames.get(message.document);
    if (!frame) return;
    if (message.type === 'pressed') return self.desk.pressed(frame, message);
    if (message.type === 'undeliverable') return self.desk.undeliverable(frame, message);
    if (message.type === 'widgets') return self.desk.widgets(frame, message);
  }

  /** The second string: as `wake` of the background. */
  function alarm(): void {
    clock.after(ALARM_MS, alarm);
    if ([...journal.entries.values()].every(isEnded)) return;
    const self = awake();
    void self.runner.wakeAll().then(() => {
      if (!self.dead && clock.passed() - self.bornAt > 5_000) void self.desk.releaseLost();
    });
  }
  clock.after(ALARM_MS, alarm);

  return {
    clock,
    service,
    journal,
    pages,
    violations,
    unheard,
    die,
    dieAfter: (count: number) => {
      touches = count;
    },
    deaths: () => deaths,
    open(place: Place, keys: string[]): ModelPage {
      const page = modelPage(`d${++documents}`, place, keys, clock, way);
      pages.push(page);
      page.announce();
      return page;
    },
    /** A message that came before comes once more, maybe of a page that is gone. */
    repeat(nth: number): void {
      const [page, message] = said.at(-1 - nth) ?? [];
      if (page && message) void take(awake(), page, message);
    },
  };
}

export type ModelWorld = ReturnType<typeof modelWorld>;
