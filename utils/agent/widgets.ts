import type { Situation, Widget } from '../messages/agent';
import { MAX_WIDGETS } from '../messages/port';
import type { AgentKind, Ask, Facts } from '../widgets/agent-kind';
import { AGENT_KINDS } from '../widgets/agents';
import { isDrawn } from '../widgets/drawn';
import { watchNear } from './near';
import { asking } from './page-line';

/** A widget that the agent follows. */
export interface Followed {
  ref: string;
  kind: AgentKind;
  element: Element;
  used: boolean;
  /** What the page part last said of it; null: to be asked. */
  facts: Facts | null;
  /** What it showed when it was first seen: see `AgentKind.version`. */
  version: unknown;
  /** Looks at which it was not ready. */
  inVain: number;
}

/** What happens is looked at at once; on a page that never stops moving, this many times and then at most this often. */
const LOOKS_AT_ONCE = 5;
const PAUSE_MS = 100;
/** What is not ready yet (a picture that is still drawn) is looked at again so often, at most. */
const LOOKS_IN_VAIN = 40;
const IN_VAIN_MS = 250;
/** How long the vendor may take from the call to the drawing, in which the document as a whole is observed. */
const DRAWING_MS = 500;

/**
 * Follows the widgets of a document: finds them, notices what becomes of them, and calls `changed` when it matters.
 * `hasVendor`: one that draws by itself was found. Until then the document is not observed: what makes somebody look for
 * a picture, a vendor's script for one, is on many pages that have no captcha.
 */
export function followWidgets(
  ask: Ask,
  hasVendor: () => boolean,
  changed: (widgets: Widget[]) => void,
  signal: AbortSignal,
) {
  const followed = new Map<Element, Followed>();
  const refs = new Map<string, Followed>();
  let count = 0;
  let last = '';
  let planned = false;
  /** Looks that may be taken without a pause, as of `creditAt`. */
  let credit = LOOKS_AT_ONCE;
  let creditAt = 0;
  let roots = openRoots();

  const isNear = watchNear(() => announce(), signal);

  function follow(kind: AgentKind, element: Element): void {
    if (followed.has(element) || followed.size >= MAX_WIDGETS) return;
    const version = kind.version?.(element);
    const widget: Followed = {
      ref: `w${++count}`,
      kind,
      element,
      used: false,
      facts: null,
      version,
      inVain: 0,
    };
    followed.set(element, widget);
    refs.set(widget.ref, widget);
  }

  function look(): void {
    // Challenges are put at the end of the body, and shown and hidden by inline style (fact sheet of widgets, 1.4).
    if (hasVendor()) observe(document.body, { childList: true });
    for (const kind of AGENT_KINDS) {
      for (const element of kind.find(roots)) follow(kind, element);
      for (const place of roots.flatMap((root) => kind.places(root)))
        observe(place, { childList: true, subtree: true });
    }
  }

  function forget(): void {
    for (const [element, { ref, kind, version }] of followed) {
      if (element.isConnected && version === kind.version?.(element)) continue;
      followed.delete(element);
      refs.delete(ref);
    }
  }

  function situationOf({ kind, element, used }: Followed, { executed, held, certain }: Facts): Situation {
    const face = kind.face(element);
    const challenge = kind.challengeFrame(element);
    for (let box = challenge; box && box !== document.body; box = box.parentElement)
      observe(box, { attributes: true, attributeFilter: ['style'] });
    return {
      rendered: face !== null && isDrawn(face),
      inView: face !== null && isNear(face),
      used,
      tabVisible: document.visibilityState === 'visible',
      challengeShown: challenge !== null && isDrawn(challenge) && isNear(challenge),
      executed,
      answered: kind.answered(element),
      ...(held && { held }),
      ...(certain === false && { certain }),
    };
  }

  /** Says what there is, if it differs from what was said last. */
  function announce(): void {
    planned = false;
    if (signal.aborted) return;
    forget();
    look();
    const widgets = [...followed.values()].flatMap((widget): Widget[] => {
      widget.facts ??= widget.kind.describe(widget.element, asking(widget.kind, ask));
      const { ref, facts } = widget;
      return facts ? [{ ref, challenge: facts.challenge, situation: situationOf(widget, facts) }] : [];
    });
    awaitTheRest();
    const text = JSON.stringify(widgets);
    if (text === last) return;
    last = text;
    changed(widgets);
  }

  let waiting = false;
  /** Nothing tells when a canvas has been drawn, or a frame got its address. */
  function awaitTheRest(): void {
    const late = [...followed.values()].filter(({ facts, inVain }) => !facts && inVain < LOOKS_IN_VAIN);
    if (!late.length || waiting) return;
    for (const widget of late) widget.inVain++;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      plan();
    }, IN_VAIN_MS);
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    const now = performance.now();
    credit = Math.min(LOOKS_AT_ONCE, credit + (now - creditAt) / PAUSE_MS) - 1;
    creditAt = now;
    if (credit < 0) setTimeout(announce, -credit * PAUSE_MS);
    else queueMicrotask(announce);
  }

  // The document as a whole is not observed for long: a page that inserts 100,000 nodes would pay for each of them. What is drawn
  // by a recorded call is heard of from the page part, what loads from its frame; the rest happens in these few places.
  const places = new MutationObserver(plan);
  const observed = new WeakSet<Element>();
  function observe(place: Element | null, options: MutationObserverInit): void {
    if (!place || observed.has(place)) return;
    observed.add(place);
    places.observe(place, options);
  }
  const drawing = new MutationObserver(plan);
  let drawn: ReturnType<typeof setTimeout> | undefined;
  function expectDrawing(): void {
    if (!hasVendor()) return;
    clearTimeout(drawn);
    drawing.observe(document, { childList: true, subtree: true });
    drawn = setTimeout(() => drawing.disconnect(), DRAWING_MS);
  }
  expectDrawing();
  document.addEventListener('visibilitychange', plan, { signal });
  document.addEventListener('load', plan, { signal, capture: true });
  for (const type of ['focusin', 'pointerdown', 'keydown'])
    document.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        for (const widget of followed.values()) widget.used ||= usedWith(widget, event.target);
        plan();
      },
      { signal, capture: true, passive: true },
    );
  signal.addEventListener('abort', () => {
    places.disconnect();
    drawing.disconnect();
  });

  return {
    /** The page called the vendor's API: what was asked before may be different now. */
    stale(path: string): void {
      for (const widget of followed.values()) widget.facts = null;
      if (path.endsWith('render')) {
        roots = openRoots();
        expectDrawing();
      }
      plan();
    },
    plan,
    /** Something was found: it may be drawn any moment. */
    expect(): void {
      expectDrawing();
      plan();
    },
    /** Says everything again soon, whatever was said last. */
    again(): void {
      last = '';
      plan();
    },
    get: (ref: string): Followed | undefined => refs.get(ref),
    refOf: (element: Element): string | undefined => followed.get(element)?.ref,
    /** Says everything again: the background has forgotten. */
    repeat(): void {
      last = '';
      announce();
    },
  };
}

/** The document and the open shadow roots in it. */
function openRoots(): ParentNode[] {
  const hosts = [...document.querySelectorAll(':defined')].filter(({ localName }) => localName.includes('-'));
  return [document, ...hosts.flatMap(({ shadowRoot }) => shadowRoot ?? [])];
}

function usedWith({ element }: Followed, target: EventTarget | null): boolean {
  const form = element.closest('form');
  return target instanceof Node && (form?.contains(target) ?? element.parentElement?.contains(target) ?? false);
}
