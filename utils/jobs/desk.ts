import type { AgentMessage, Widget } from '../messages/agent';
import type { WidgetView } from '../messages/ui';
import { count } from '../policy/budgets';
import { type Decision, decide, type Means } from '../policy/decide';
import type { Tally } from '../policy/tally';
import type { Settings } from '../settings/schema';
import { type Challenge, FRESH_MS, identityOf } from '../widgets/challenge';
import { decisionBadge, type Frame, jobBadge, widgetView } from './frame';
import { isEnded, type Job } from './job';
import type { Runner } from './runner';

interface Rules {
  settings: Settings;
  means: Means;
}

export interface DeskDeps {
  runner: Runner;
  tally: Tally;
  /** Settings and means as they are now; cheap. */
  rules(): Promise<Rules>;
  now(): number;
  newId(): string;
}

type Said<T extends AgentMessage['type']> = Extract<AgentMessage, { type: T }>;

/**
 * Where widgets and jobs meet: knows the connected frames and what they announced, asks the policy about widgets
 * without a job, gives jobs without a widget to the widget that asks for the same, and hands answers over.
 */
/**
 * A page that answers its own callback by drawing the widget anew (some wrappers do at every render) gets an offer
 * within this time and not a second task: it would go round for ever, and be paid for each time.
 */
const REDRAWN_MS = 10_000;

export function createDesk({ runner, tally, rules, now, newId }: DeskDeps) {
  const frames = new Map<string, Frame>();
  let turn: Promise<unknown> = Promise.resolve();
  /** Document and identity -> when it was last delivered to a widget that is gone now. */
  const redrawn = new Map<string, number>();
  const mark = (document: string, challenge: Challenge) => document + identityOf(challenge);

  const jobOf = (document: string, ref: string): Job | undefined =>
    runner.jobs().findLast(({ owner }) => owner?.document === document && owner.ref === ref);

  /** Announcements are judged one at a time: two of them must not both find room in a budget. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  async function judge(frame: Frame): Promise<void> {
    await runner.ready;
    const current = await rules();
    for (const [ref, widget] of frame.widgets) {
      const job = jobOf(frame.document, ref);
      if (job) await follow(frame, widget, job);
      else await consider(frame, widget, current);
    }
  }

  /** A widget with a job: only what the person or the page did to it matters. */
  async function follow(frame: Frame, { ref, situation }: Widget, job: Job): Promise<void> {
    // Solved by hand meanwhile: the person was faster, and theirs counts.
    if (situation.answered && !isEnded(job) && job.state.name !== 'solved')
      await runner.send(job.id, { type: 'cancelled', reason: 'It was solved by hand.' });
    // Expired or reset by the page. Another task is the person's word.
    if (job.state.name === 'delivered' && !situation.answered)
      frame.post({ type: 'badge', ref, badge: { show: 'offer', text: 'Solve again' } });
  }

  /** A widget without one. */
  async function consider(frame: Frame, widget: Widget, { settings, means }: Rules): Promise<void> {
    const { ref, challenge, situation } = widget;
    const counts = count(tally.begun(), openJobs(), frame.place.site, now());
    const pressed = frame.pressed.has(ref);
    const decision = decide(settings, frame.place, means, { challenge, situation, pressed, counts });
    const off = decision.verdict === 'refuse' && decision.quiet;
    const kept = off || situation.answered ? undefined : ownerless(frame, widget);
    if (kept) return runner.send(kept.id, { type: 'adopted', owner: owner(frame, ref) });
    const again = now() - (redrawn.get(mark(frame.document, challenge)) ?? Number.NEGATIVE_INFINITY) < REDRAWN_MS;
    if (again && decision.verdict === 'solve' && !pressed) return show(frame, ref, { verdict: 'ask' });
    show(frame, ref, decision);
    if (decision.verdict === 'solve' && means.service) await admit(frame, widget, means.service.id);
  }

  const openJobs = () => runner.jobs().filter((job) => !isEnded(job));
  const owner = (frame: Frame, ref: string) => ({
    tabId: frame.tabId,
    frameId: frame.frameId,
    document: frame.document,
    ref,
  });

  /** An open job whose widget is gone and whose answer fits this one: after a reload, nothing is paid twice. */
  function ownerless(frame: Frame, { challenge }: Widget): Job | undefined {
    const identity = identityOf(challenge);
    return openJobs().find(
      (job) =>
        job.owner === null &&
        job.site === frame.place.site &&
        job.incognito === frame.place.incognito &&
        identityOf(job.challenge) === identity,
    );
  }

  async function admit(frame: Frame, { ref, challenge }: Widget, service: string): Promise<void> {
    frame.pressed.delete(ref);
    frame.decisions.delete(ref);
    await tally.add(frame.place.site);
    await runner.admit({
      id: newId(),
      service,
      challenge: { ...challenge, websiteURL: frame.websiteURL },
      site: frame.place.site,
      incognito: frame.place.incognito,
      owner: owner(frame, ref),
      ownerlessAt: null,
      createdAt: now(),
      since: now(),
      state: { name: 'admitted' },
    });
  }

  function show(frame: Frame, ref: string, decision: Decision): void {
    const before = frame.decisions.get(ref);
    frame.decisions.set(ref, decision);
    if (JSON.stringify(before) !== JSON.stringify(decision))
      frame.post({ type: 'badge', ref, badge: decisionBadge(decision) });
  }

  /** Jobs of widgets that are gone wait for their like, or for their end. */
  async function release(document: string, gone: (ref: string) => boolean): Promise<void> {
    for (const job of runner.jobs()) {
      if (job.owner?.document !== document || !gone(job.owner.ref)) continue;
      if (job.state.name === 'delivered') {
        for (const [key, at] of redrawn) if (now() - at >= REDRAWN_MS) redrawn.delete(key);
        redrawn.set(mark(document, job.challenge), now());
      }
      if (isEnded(job)) await runner.forget(job.id);
      else await runner.send(job.id, { type: 'ownerless' });
    }
  }

  return {
    connect(frame: Frame): void {
      frames.set(frame.document, frame);
    },
    connected: (document: string): boolean => frames.has(document),

    disconnect(document: string): Promise<void> {
      frames.delete(document);
      return inTurn(async () => {
        await runner.ready;
        // A frame that has come back in the meantime (the worker was slow, the page was not gone) keeps its jobs.
        if (!frames.has(document)) await release(document, () => true);
      });
    },

    /** Jobs whose document did not come back after the worker died. */
    releaseLost: (): Promise<void> =>
      inTurn(async () => {
        const lost = new Set(
          runner.jobs().flatMap(({ owner }) => (owner && !frames.has(owner.document) ? [owner.document] : [])),
        );
        for (const document of lost) await release(document, () => true);
      }),

    widgets(frame: Frame, { widgets }: Said<'widgets'>): Promise<void> {
      return inTurn(async () => {
        await runner.ready;
        frame.widgets = new Map(widgets.map((widget) => [widget.ref, widget]));
        for (const ref of frame.decisions.keys()) if (!frame.widgets.has(ref)) frame.decisions.delete(ref);
        await release(frame.document, (ref) => !frame.widgets.has(ref));
        await judge(frame);
      });
    },

    /** After a reconnection: what the agent shows may be stale. */
    async refresh(frame: Frame): Promise<void> {
      await runner.ready;
      for (const job of runner.jobs()) {
        if (job.owner?.document !== frame.document) continue;
        frame.post({ type: 'badge', ref: job.owner.ref, badge: jobBadge(job) });
        if (job.state.name === 'solved') this.deliver(job);
      }
    },

    pressed: (frame: Frame, { ref, button }: Said<'pressed'>): Promise<void> =>
      inTurn(async () => {
        const job = jobOf(frame.document, ref);
        if (button === 'cancel') {
          if (job) await runner.send(job.id, { type: 'cancelled', reason: 'You stopped it.' });
          return;
        }
        if (job && !isEnded(job)) return;
        if (job) await runner.forget(job.id);
        frame.pressed.add(ref);
        await judge(frame);
        frame.pressed.delete(ref);
      }),

    async delivered(frame: Frame, { job }: Said<'delivered'>): Promise<void> {
      await runner.ready;
      if (runner.job(job)?.owner?.document === frame.document) await runner.send(job, { type: 'delivered' });
    },

    undeliverable: (frame: Frame, { job, reason }: Said<'undeliverable'>): Promise<void> =>
      inTurn(async () => {
        await runner.ready;
        const owner = runner.job(job)?.owner;
        if (owner?.document !== frame.document) return;
        if (reason === 'answered') return runner.send(job, { type: 'cancelled', reason: 'It was solved by hand.' });
        if (reason === 'old') return runner.send(job, { type: 'due' });
        // Drawn anew in between: the answer is paid for, and the next widget of the same kind may have it.
        frame.widgets.delete(owner.ref);
        await runner.send(job, { type: 'ownerless' });
        await judge(frame);
      }),

    deliver(job: Job): void {
      const frame = job.owner && frames.get(job.owner.document);
      if (!frame || !job.owner || job.state.name !== 'solved') return;
      const freshUntil = job.state.solvedAt + FRESH_MS[job.challenge.kind];
      frame.post({ type: 'deliver', ref: job.owner.ref, job: job.id, token: job.state.answer.token, freshUntil });
    },

    /** A job changed: its badge follows, and room in the budgets may have come free. */
    jobChanged(job: Job): void {
      const frame = job.owner && frames.get(job.owner.document);
      if (frame && job.owner) frame.post({ type: 'badge', ref: job.owner.ref, badge: jobBadge(job) });
      if (isEnded(job)) for (const other of frames.values()) void inTurn(() => judge(other));
    },

    /** Settings, key or pause changed. Jobs that failed for the account's sake get another chance. */
    rulesChanged: (retry: (job: Job) => boolean): Promise<void> =>
      inTurn(async () => {
        for (const job of runner.jobs()) if (isEnded(job) && retry(job)) await runner.forget(job.id);
        for (const frame of frames.values()) await judge(frame);
      }),

    frames: (): Frame[] => [...frames.values()],

    views(tabId: number): WidgetView[] {
      return [...frames.values()]
        .filter((frame) => frame.tabId === tabId)
        .flatMap((frame) =>
          [...frame.widgets].map(([ref, widget]) =>
            widgetView(widget, frame.place, jobOf(frame.document, ref), frame.decisions.get(ref)),
          ),
        );
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
