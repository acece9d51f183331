import { hostedSource } from './keys';
import type { Guarded } from './question';

interface Told {
  shown: boolean;
  answered: boolean;
  ours: boolean;
  /** The session's token, which names the host that serves this key. */
  session: string;
}

const eventOf = (data: unknown): { eventId?: unknown; payload?: { sessionToken?: unknown } } => {
  try {
    return typeof data === 'string' ? ((JSON.parse(data) ?? {}) as object) : {};
  } catch {
    return {};
  }
};

/** The vendor's hosted page in a frame: its events are JSON strings, and only its own frame's count. */
export function hostedWidgets(changed: () => void) {
  const told = new WeakMap<HTMLIFrameElement, Told>();
  const sending = new WeakSet<Event>();

  function toldBy(frame: HTMLIFrameElement): Told {
    const known = told.get(frame) ?? { shown: false, answered: false, ours: false, session: '' };
    told.set(frame, known);
    return known;
  }

  const frameOf = (source: MessageEventSource | null) =>
    source === null
      ? undefined
      : [...document.querySelectorAll('iframe')].find(
          (frame) => frame.contentWindow === source && hostedSource(frame.src),
        );

  function hear(frame: HTMLIFrameElement, event: MessageEvent): void {
    const { eventId, payload } = eventOf(event.data);
    const state = toldBy(frame);
    if (eventId === 'challenge-loaded') Object.assign(state, { shown: false, answered: false, ours: false });
    // The page has had its answer.
    else if (state.ours) return event.stopImmediatePropagation();
    if (typeof payload?.sessionToken === 'string') state.session = payload.sessionToken;
    if (eventId === 'challenge-shown') state.shown = true;
    if (eventId === 'challenge-complete' || eventId === 'challenge-suppressed')
      Object.assign(state, { shown: false, answered: true });
    changed();
  }

  window.addEventListener(
    'message',
    (event) => {
      const frame = sending.has(event) ? undefined : frameOf(event.source);
      if (frame && event.origin === new URL(frame.src).origin) hear(frame, event);
    },
    true,
  );

  return {
    of(frame: HTMLIFrameElement): Guarded | null {
      const source = hostedSource(frame.src);
      if (!source) return null;
      const state = toldBy(frame);
      const { origin, searchParams } = new URL(frame.src);
      const blob = searchParams.get('data');
      return {
        // A value in its address is spent as soon as it loads.
        facts: () => ({
          ...(blob && { blob }),
          executed: true,
          held: false,
          answered: state.answered,
          shown: state.shown,
          session: state.session,
        }),
        heard: () => {},
        prepare: () => !state.answered && !blob,
        hold: () => {},
        deliver(sessionToken) {
          if (state.answered) return false;
          Object.assign(state, { shown: false, answered: true, ours: true });
          changed();
          const data = JSON.stringify({
            eventId: 'challenge-complete',
            publicKey: source.key,
            payload: { sessionToken },
          });
          const event = new MessageEvent('message', { data, origin, source: frame.contentWindow });
          sending.add(event);
          window.dispatchEvent(event);
          return true;
        },
        pressed: () => {},
      };
    },
  };
}
