import type { Badge, ToAgent } from '../messages/agent';
import { PORT } from '../messages/port';
import { setRules } from '../widgets/image/ruled';
import { IN_PAGE } from '../widgets/kinds';
import { type BadgeView, createBadge } from './badge';
import { createByHand } from './by-hand';
import { createLink } from './link';
import { asking, openPageLine } from './page-line';
import { createPick } from './pick';
import { createPreparation } from './preparation';
import { followWidgets } from './widgets';

/** We stop delivering an answer this long before the vendor lets it expire (design section 5: 110 of 120 s). */
const VENDOR_GRACE_MS = 10_000;

const HAND_MS = 500;

/** When a picture that a rule tells of is looked for again. */
const LATE_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Starts the agent of a frame: describes its widgets, shows their badges, delivers their answers. `line`: the
 * scout's; `found`: what was found, more as time goes on. `wake`: the background wants to hear of them.
 */
export function startAgent(line: EventTarget, found: ReadonlySet<string>): { wake(): void; signal: AbortSignal } {
  const end = new AbortController();
  const { signal } = end;
  const document_ = crypto.randomUUID();
  const badges = new Map<string, BadgeView>();
  /** Widgets with a job at work. */
  const working = new Set<string>();
  /** Jobs whose answer this document has had, so that none is delivered twice. */
  const delivered = new Set<string>();

  const ask = openPageLine(line, (path) => widgets.stale(path), signal);
  const widgets = followWidgets(
    ask,
    () => [...IN_PAGE].some((kind) => found.has(kind)),
    (list) => {
      link.send({ type: 'widgets', document: document_, widgets: list });
      const still = new Set(list.map(({ ref }) => ref));
      for (const [ref, badge] of badges) if (!still.has(ref)) drop(ref, badge);
      planPlace();
    },
    signal,
  );
  const link = createLink(
    PORT + document_,
    { message: take, connected: () => widgets.repeat(), lost: () => end.abort(), atWork: () => working.size > 0 },
    signal,
  );

  function take(message: ToAgent): void {
    switch (message.type) {
      case 'rest':
        return rest();
      case 'badge':
        return show(message.ref, message.badge);
      case 'deliver':
        return deliver(message);
      case 'prepare':
        return void preparation.prepare(message.ref);
      case 'release':
        return hold(message.ref, false);
      case 'shot':
        return preparation.shot(message);
      case 'byHand':
        return void byHand.take(message);
      case 'rules':
        return takeRules(message.rules);
      case 'pick':
        return void pick.take(message);
      case 'pickTold':
        return pick.told(message);
    }
  }

  function takeRules(rules: Parameters<typeof setRules>[0]): void {
    setRules(rules);
    // What was found by chance before may be certain now.
    widgets.stale('');
    // What a script draws late makes no sign of itself (decision 0011).
    if (rules.length) for (const ms of LATE_MS) setTimeout(widgets.plan, ms);
  }

  function rest(): void {
    for (const [ref, badge] of badges) {
      hold(ref, false);
      drop(ref, badge);
    }
  }

  function show(ref: string, badge: Badge): void {
    if (!widgets.get(ref)) return;
    const works = badge.show === 'working';
    if (works) working.add(ref);
    else working.delete(ref);
    // One without a word decides nothing: it may have been sent before the page's call was held.
    if (badge.show !== 'nothing') hold(ref, works);
    watchHand();
    let view = badges.get(ref);
    if (!view && badge.show === 'nothing') return;
    if (!view) {
      view = createBadge((button) => link.send({ type: 'pressed', document: document_, ref, button }));
      badges.set(ref, view);
    }
    view.show(badge);
    planPlace();
  }

  /** What the page has called waits for as long as a job is at work for it. */
  function hold(ref: string, keep: boolean): void {
    const widget = widgets.get(ref);
    widget?.kind.hold?.(widget.element, keep, asking(widget.kind, ask));
  }

  const byHand = createByHand(
    {
      solve(field) {
        widgets.repeat();
        const ref = widgets.refOf(field);
        if (ref) link.send({ type: 'pressed', document: document_, ref, button: 'solve' });
      },
    },
    signal,
  );

  const pick = createPick(
    {
      send: (message) => link.send({ ...message, document: document_ }),
      look() {
        widgets.stale('');
        widgets.repeat();
      },
    },
    signal,
  );

  const preparation = createPreparation({
    widgets,
    asking: (kind) => asking(kind, ask),
    send: (message) => link.send({ ...message, document: document_ }),
    hideBadges: (hide) => {
      for (const badge of badges.values()) badge.hide(hide);
      pick.hide(hide);
    },
  });

  function drop(ref: string, badge: BadgeView): void {
    badge.remove();
    badges.delete(ref);
    working.delete(ref);
  }

  /** Nothing tells that a person has solved a widget by hand; while it could be paid for, it is looked at. */
  let hand: ReturnType<typeof setInterval> | undefined;
  function watchHand(): void {
    if (working.size && hand === undefined) hand = setInterval(widgets.plan, HAND_MS);
    if (working.size || hand === undefined) return;
    clearInterval(hand);
    hand = undefined;
  }

  function place(): void {
    const moves = [...badges].map(([ref, badge]) => {
      const widget = widgets.get(ref);
      return widget ? badge.measure(widget.kind.face(widget.element)) : null;
    });
    for (const move of moves) move?.();
  }

  let planned = false;
  function planPlace(): void {
    if (planned || !badges.size) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      place();
    });
  }

  function deliver({ ref, job, token, freshUntil, submit }: Extract<ToAgent, { type: 'deliver' }>): void {
    // Told before the page is: its callback may leave the page at once.
    const say = (reason?: 'gone' | 'old' | 'answered') =>
      link.send(
        reason === undefined
          ? { type: 'delivered', document: document_, job }
          : { type: 'undeliverable', document: document_, job, reason },
      );
    if (delivered.has(job)) return say();
    const widget = widgets.get(ref);
    if (!widget?.element.isConnected) return say('gone');
    if (Date.now() >= freshUntil) return say('old');
    if (widget.kind.answered(widget.element)) return say('answered');
    delivered.add(job);
    say();
    const { kind, element } = widget;
    const asks = asking(kind, ask);
    const expire = (): void => {
      if (signal.aborted || !element.isConnected) return;
      kind.expire(element, token, asks);
      // Nothing tells that a field was emptied.
      widgets.again();
    };
    setTimeout(expire, freshUntil + VENDOR_GRACE_MS - Date.now());
    kind.deliver(element, token, asks, submit);
    // Said in any case: the page may have reset the widget in its callback, and then nothing differs.
    widgets.again();
  }

  addEventListener('scroll', planPlace, { signal, capture: true, passive: true });
  addEventListener('resize', planPlace, { signal, passive: true });
  link.open();
  signal.addEventListener('abort', () => {
    for (const [ref, badge] of badges) drop(ref, badge);
    clearInterval(hand);
  });

  return {
    wake(): void {
      link.open();
      widgets.expect();
    },
    signal,
  };
}
