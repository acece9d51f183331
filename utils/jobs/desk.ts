import type { AgentMessage, Widget } from '../messages/agent';
import type { WidgetView } from '../messages/ui';
import type { Budget } from '../policy/budgets';
import type { Tally } from '../policy/tally';
import type { Tries } from '../policy/tries';
import { identityOf } from '../widgets/challenge';
import { createAdmission } from './admission';
import { REDRAWN_MS } from './adopt';
import { againBadge, jobBadge } from './badges';
import { deliverMessage, type Frame, frameViews, markAnswered, reportable, setWidgets, waitsFor } from './frame';
import { isEnded, type Job, type Owner } from './job';
import { createNotes } from './notes';
import { createPurse, type Rules } from './purse';
import type { Runner } from './runner';

export interface DeskDeps {
  runner: Runner;
  tally: Pick<Tally, 'book' | 'add' | 'allow'>;
  tries: Tries;
  rules(): Promise<Rules>;
  /** Whether the service of a job can be told of a wrong answer. */
  canReport(job: Job): boolean;
  now(): number;
  newId(): string;
}

type Said<T extends AgentMessage['type']> = Extract<AgentMessage, { type: T }>;

/**
 * Where widgets and jobs meet: knows the connected frames and what they announced, asks the policy about widgets
 * without a job, gives jobs without a widget to the widget that asks for the same, and hands answers over.
 */
export function createDesk({ runner, tally, tries, rules, canReport, now, newId }: DeskDeps) {
  const frames = new Map<string, Frame>();
  const notes = createNotes(now);
  const { notesOf, tell, noticedAt } = notes;
  const judgeAll = () => {
    for (const frame of frames.values()) void inTurn(() => judge(frame));
  };
  const purse = createPurse({ tally, tries, jobs: runner.jobs, now, granted: judgeAll });
  let turn: Promise<unknown> = Promise.resolve();

  const jobOf = (document: string, ref: string): Job | undefined =>
    runner.jobs().findLast(({ owner }) => owner?.document === document && owner.ref === ref);
  const { consider, prepared, unprepared } = createAdmission({ runner, purse, rules, notes, jobOf, now, newId });

  const isHere = (frame: Frame) => frames.get(frame.document) === frame;

  /** Announcements are judged one at a time: two of them must not both find room in a budget. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(() => runner.ready).then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  async function judge(frame: Frame): Promise<void> {
    const current = await rules();
    for (const widget of frame.widgets.values()) {
      if (!isHere(frame)) return;
      const job = await jobFor(frame, widget);
      if (job) await follow(frame, widget, job);
      else await consider(frame, widget, current);
    }
  }

  /** The widget's job. One that has ended says nothing of a widget that asks for something else since (a new blob). */
  async function jobFor(frame: Frame, { ref, challenge, situation }: Widget): Promise<Job | undefined> {
    const job = jobOf(frame.document, ref);
    const over = job && isEnded(job) && !situation.answered && identityOf(job.challenge) !== identityOf(challenge);
    if (!over) return job;
    await runner.forget(job.id);
    return undefined;
  }

  /** A widget with a job: only what the person or the page did to it matters. */
  async function follow(frame: Frame, { ref, situation }: Widget, job: Job): Promise<void> {
    if (situation.answered && !isEnded(job) && job.state.name !== 'solved') await byHand(frame, ref, job.id);
    if (job.state.name !== 'delivered') return;
    // Expired, or reset by the page. Another task is the person's word.
    tell(frame, ref, situation.answered ? jobBadge(job) : againBadge(canReport(job) && reportable(job) !== null));
  }

  /** Solved by hand meanwhile: the person was faster, and theirs counts. */
  async function byHand(frame: Frame, ref: string, job: string): Promise<void> {
    markAnswered(frame, ref);
    await runner.send(job, { type: 'answered' });
    tell(frame, ref, { show: 'nothing' });
  }

  /** Jobs of widgets that are gone wait for their like, or for their end. */
  async function release(document: string, gone: (ref: string) => boolean): Promise<void> {
    for (const job of runner.jobs()) {
      if (job.owner?.document !== document || !gone(job.owner.ref)) continue;
      if (!isEnded(job)) await runner.send(job.id, { type: 'ownerless' });
      else if (!justDelivered(job)) await runner.forget(job.id);
    }
  }

  /** Jobs whose document is not connected. */
  async function releaseLost(where: (owner: Owner) => boolean): Promise<void> {
    for (const { owner } of runner.jobs())
      if (owner && where(owner) && !frames.has(owner.document)) await release(owner.document, () => true);
  }

  /** Remembered a moment longer in a document that is still there: see REDRAWN_MS. */
  const justDelivered = ({ state, since, owner }: Job) =>
    state.name === 'delivered' && now() - since < REDRAWN_MS && owner !== null && frames.has(owner.document);

  async function solveNow(frame: Frame, ref: string, job: Job | undefined): Promise<void> {
    if (job && !isEnded(job)) return;
    if (job) await runner.forget(job.id);
    // Stays pressed while the budgets have no room, until it is taken on or refused.
    frame.pressed.add(ref);
    await judge(frame);
  }

  function deliver(job: Job): void {
    const frame = job.owner && frames.get(job.owner.document);
    const message = deliverMessage(job);
    if (!frame || !message) return;
    if (job.challenge.kind !== 'image') return frame.post(message);
    const submits = ({ settings }: Rules) => settings.sites[job.site]?.submit ?? false;
    void rules().then((current) => frame.post(deliverMessage(job, submits(current)) ?? message));
  }

  return {
    connect: (frame: Frame): void => void frames.set(frame.document, frame),

    disconnect(frame: Frame): Promise<void> {
      if (isHere(frame)) frames.delete(frame.document);
      return inTurn(async () => {
        // One that has come back in the meantime (the worker was slow, the page was not gone) keeps its jobs.
        if (!frames.has(frame.document)) await release(frame.document, () => true);
      });
    },

    /** Jobs whose document did not come back after the worker died. */
    releaseLost: (): Promise<void> => inTurn(() => releaseLost(() => true)),

    widgets: (frame: Frame, { widgets }: Said<'widgets'>): Promise<void> =>
      inTurn(async () => {
        if (!isHere(frame)) return;
        setWidgets(frame, widgets);
        for (const { ref } of widgets) noticedAt(frame, ref);
        await release(frame.document, (ref) => !frame.widgets.has(ref));
        // A frame holds one document: the one before was left while no worker was there to see it.
        await releaseLost(({ tabId, frameId }) => tabId === frame.tabId && frameId === frame.frameId);
        await judge(frame);
      }),

    /** After a reconnection: what the agent shows may be stale. */
    async refresh(frame: Frame): Promise<void> {
      await runner.ready;
      for (const job of runner.jobs()) {
        if (job.owner?.document !== frame.document) continue;
        tell(frame, job.owner.ref, jobBadge(job));
        deliver(job);
      }
    },

    prepared: (frame: Frame, said: Said<'prepared'>): Promise<void> => inTurn(() => prepared(frame, said)),

    unprepared: (frame: Frame, said: Said<'unprepared'>): Promise<void> => inTurn(async () => unprepared(frame, said)),

    pressed: (frame: Frame, { ref, button }: Said<'pressed'>): Promise<void> =>
      inTurn(async () => {
        const job = jobOf(frame.document, ref);
        if (button === 'more') notesOf(frame).more.add(ref);
        if (button === 'solve' || button === 'more') return solveNow(frame, ref, job);
        if (!job) return;
        if (button === 'cancel') return runner.send(job.id, { type: 'cancelled', reason: 'You stopped it.' });
        // Not waited for: a service may take its time, and other widgets must not.
        void runner.reportIncorrect(job.id);
      }),

    /** The widget has its answer. This very message may have started the worker, and the callback left the page. */
    async delivered({ job, document }: Said<'delivered'>, tabId: number): Promise<void> {
      await runner.ready;
      const known = runner.job(job);
      if (known?.owner?.document !== document || known.owner.tabId !== tabId) return;
      const { ref } = known.owner;
      const frame = frames.get(document);
      if (frame) {
        notesOf(frame).delivered.set(ref, { identity: identityOf(known.challenge), at: now() });
        markAnswered(frame, ref);
      }
      await runner.send(job, { type: 'delivered' });
    },

    undeliverable: (frame: Frame, { job, reason }: Said<'undeliverable'>): Promise<void> =>
      inTurn(async () => {
        const owner = runner.job(job)?.owner;
        if (owner?.document !== frame.document) return;
        if (reason === 'answered') return byHand(frame, owner.ref, job);
        if (reason === 'old') return runner.send(job, { type: 'due' });
        // Drawn anew in between: the answer is paid for, and the next widget of the same kind may have it.
        frame.widgets.delete(owner.ref);
        await runner.send(job, { type: 'ownerless' });
        await judge(frame);
      }),

    deliver,

    /** A job changed: its badge follows, and room in the budgets may have come free. */
    jobChanged(job: Job): void {
      const frame = job.owner && frames.get(job.owner.document);
      if (frame && job.owner) tell(frame, job.owner.ref, jobBadge(job));
      if (!isEnded(job)) return;
      if (!job.owner) void runner.forget(job.id);
      judgeAll();
    },

    /** "Allow 10 more" in the popup: of a budget that stands in the way of a widget of this site, and no other. */
    allowMore: (budget: Budget, site: string): Promise<void> =>
      inTurn(async () => {
        const waiting = [...frames.values()].find((frame) => frame.place.site === site && waitsFor(frame, budget));
        if (!waiting) return;
        await purse.allow(budget, waiting);
        await judge(waiting);
      }),

    /** Settings, key or pause changed. Jobs that failed for the account's sake get another chance. */
    rulesChanged: (retry: (job: Job) => boolean): Promise<void> =>
      inTurn(async () => {
        for (const job of runner.jobs()) if (isEnded(job) && retry(job)) await runner.forget(job.id);
        for (const frame of frames.values()) await judge(frame);
      }),

    frames: (): Frame[] => [...frames.values()],

    views: (tabId: number): WidgetView[] =>
      [...frames.values()]
        .filter((frame) => frame.tabId === tabId)
        .flatMap((frame) => frameViews(frame, (ref) => jobOf(frame.document, ref), canReport)),
  };
}

export type Desk = ReturnType<typeof createDesk>;
