import type { AgentMessage, Widget } from '../messages/agent';
import type { Decision } from '../policy/decide';
import { identityOf, PREPARED } from '../widgets/challenge';
import { adoptable, isRedrawn } from './adopt';
import { decisionBadge } from './badges';
import { type Frame, ownerOf } from './frame';
import type { Job } from './job';
import { newJob } from './new-job';
import type { createNotes } from './notes';
import type { Purse, Rules } from './purse';
import type { Runner } from './runner';

export interface AdmissionDeps {
  runner: Runner;
  purse: Purse;
  notes: ReturnType<typeof createNotes>;
  rules(): Promise<Rules>;
  jobOf(document: string, ref: string): Job | undefined;
  now(): number;
  newId(): string;
}

type Said<T extends AgentMessage['type']> = Extract<AgentMessage, { type: T }>;

const isOff = (decision: Decision): boolean => decision.verdict === 'refuse' && decision.quiet;

/** Who asks for this very widget is told beside it why not. */
const aloud = (decision: Decision): Decision =>
  decision.verdict === 'refuse' ? { ...decision, quiet: false } : decision;

/** What becomes of widgets without a job: an answer that is there already, a task, an offer, or nothing. */
export function createAdmission({ runner, purse, notes, rules, jobOf, now, newId }: AdmissionDeps) {
  const { notesOf, tell, noticedAt } = notes;

  /** A widget without one. */
  async function consider(frame: Frame, widget: Widget, current: Rules): Promise<void> {
    const { ref, challenge } = widget;
    const pressed = frame.pressed.has(ref);
    const { decision, means, counts } = await purse.judge(frame, widget, current, notesOf(frame).more.delete(ref));
    const kept = keptFor(frame, widget, decision);
    if (kept) return runner.send(kept.id, { type: 'adopted', owner: ownerOf(frame, ref) });
    const { redrawn, delivered } = notesOf(frame);
    const identity = identityOf(challenge);
    if (isRedrawn(runner.jobs(), delivered, frame, widget, now())) redrawn.add(identity);
    if (decision.verdict === 'solve' && redrawn.has(identity) && !pressed) return show(frame, ref, { verdict: 'ask' });
    show(frame, ref, pressed ? aloud(decision) : decision);
    if (decision.verdict === 'refuse') frame.pressed.delete(ref);
    if (decision.verdict === 'solve' && means.service) await begin(frame, widget, means.service.id, counts.next);
  }

  /** A job of a widget that is gone, and that asked for the same. */
  const keptFor = (frame: Frame, widget: Widget, decision: Decision): Job | undefined =>
    isOff(decision) ? undefined : adoptable(runner.jobs(), frame, widget, now());

  async function begin(frame: Frame, widget: Widget, service: string, nano: number): Promise<void> {
    if (PREPARED[widget.challenge.kind]) prepare(frame, widget);
    else await admit(frame, widget, service, nano);
  }

  /** Its agent makes it ready first, and is heard again. */
  function prepare(frame: Frame, { ref, challenge }: Widget): void {
    const { unready } = notesOf(frame);
    const given = unready.get(ref) === identityOf(challenge) && !frame.pressed.has(ref);
    if (given || frame.preparing.has(ref)) return;
    unready.delete(ref);
    frame.preparing.add(ref);
    frame.post({ type: 'prepare', ref });
  }

  async function prepared(frame: Frame, { ref, challenge }: Said<'prepared'>): Promise<void> {
    const known = frame.widgets.get(ref);
    // Gone or changed in between: that is announced, and judged by itself.
    const same = known && identityOf(known.challenge) === identityOf(challenge) && !jobOf(frame.document, ref);
    if (!frame.preparing.delete(ref) || !same) return;
    const widget = { ...known, challenge };
    const { decision, means, counts } = await purse.judge(frame, widget, await rules(), false);
    if (decision.verdict === 'solve' && means.service) return admit(frame, widget, means.service.id, counts.next);
    frame.post({ type: 'release', ref });
    show(frame, ref, decision);
  }

  function unprepared(frame: Frame, { ref, reason }: Said<'unprepared'>): void {
    const known = frame.widgets.get(ref);
    if (!frame.preparing.delete(ref) || !known) return;
    notesOf(frame).unready.set(ref, identityOf(known.challenge));
    frame.pressed.delete(ref);
    if (!reason) return;
    show(frame, ref, { verdict: 'refuse', quiet: false, reason, advice: 'Solve this one by hand.' });
  }

  async function admit(frame: Frame, widget: Widget, service: string, nano: number): Promise<void> {
    purse.answers(frame, widget);
    frame.pressed.delete(widget.ref);
    frame.decisions.delete(widget.ref);
    const job = newJob(frame, widget, { id: newId(), service, noticedAt: noticedAt(frame, widget.ref), now: now() });
    // The budget's own entry is under way before the task is: neither waits for the other.
    const counted = purse.begin(job, nano);
    await runner.admit(job);
    await counted;
  }

  function show(frame: Frame, ref: string, decision: Decision): void {
    frame.decisions.set(ref, decision);
    // The job's own badge follows; "nothing" in between would let go of what is held for it.
    if (decision.verdict === 'solve') return;
    if (frame.widgets.get(ref)?.situation.held) frame.post({ type: 'release', ref });
    tell(frame, ref, decisionBadge(decision));
  }

  return { consider, prepared, unprepared };
}
