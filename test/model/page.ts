import type { Frame } from '../../utils/jobs/frame';
import type { AgentMessage, ToAgent } from '../../utils/messages/agent';
import { type Challenge, identityOf } from '../../utils/widgets/challenge';
import { challenge, newWidget } from '../fakes/jobs';
import type { ModelClock } from './clock';

export interface Place {
  tabId: number;
  site: string;
  incognito: boolean;
}

/** An answer as a page's callback had it. */
export interface Delivery {
  place: Place;
  token: string;
  identity: string;
  at: number;
}

/** What a page has of the extension: a port that may break, and messages. */
export interface Way {
  connect(page: ModelPage): Frame | null;
  send(page: ModelPage, message: AgentMessage): void;
  left(page: ModelPage, frame: Frame): void;
}

/** A document with an agent, which does as `utils/agent/agent.ts` does. */
export function modelPage(document: string, place: Place, keys: string[], clock: ModelClock, way: Way) {
  const widgets = new Map<string, { challenge: Challenge; answered: boolean }>();
  const working = new Set<string>();
  const delivered = new Set<string>();
  let refs = 0;
  let port: Frame | null = null;
  /** In the back/forward cache nothing runs. */
  let frozen = false;
  let gone = false;
  const deliveries: Delivery[] = [];

  const draw = (challenge: Challenge) => void widgets.set(`w${++refs}`, { challenge, answered: false });
  for (const websiteKey of keys) draw({ ...challenge, websiteKey });

  function connect(): void {
    if (port || frozen || gone) return;
    port = way.connect(page);
    // As the agent does at each connection.
    if (port) announce();
  }

  function send(message: AgentMessage): void {
    if (frozen || gone) return;
    connect();
    way.send(page, message);
  }

  const announce = () =>
    send({
      type: 'widgets',
      document,
      widgets: [...widgets].map(([ref, { challenge, answered }]) => ({
        ...newWidget(ref, { answered }),
        challenge,
      })),
    });

  function take(message: ToAgent): void {
    if (frozen || gone) return;
    if (message.type === 'badge') working[message.badge.show === 'working' ? 'add' : 'delete'](message.ref);
    if (message.type === 'deliver') deliver(message);
  }

  function deliver({ ref, job, token, freshUntil }: Extract<ToAgent, { type: 'deliver' }>): void {
    const back = (reason: 'gone' | 'old' | 'answered') => send({ type: 'undeliverable', document, job, reason });
    if (delivered.has(job)) return send({ type: 'delivered', document, job });
    const widget = widgets.get(ref);
    if (!widget) return back('gone');
    if (clock.now() >= freshUntil) return back('old');
    if (widget.answered) return back('answered');
    delivered.add(job);
    send({ type: 'delivered', document, job });
    widget.answered = true;
    deliveries.push({ place, token, identity: identityOf(widget.challenge), at: clock.passed() });
    announce();
  }

  function leave(): void {
    const was = port;
    port = null;
    if (was) way.left(page, was);
  }

  const page = {
    document,
    place,
    keys,
    deliveries,
    take,
    announce,
    refs: () => [...widgets.keys()],
    frozen: () => frozen,
    /** The worker is gone. */
    cut(): void {
      port = null;
      if (working.size) clock.after(50, connect);
    },
    mark(ref: string | undefined, answered: boolean): void {
      const widget = widgets.get(ref ?? '');
      if (!widget) return;
      widget.answered = answered;
      announce();
    },
    press: (ref: string | undefined, button: 'solve' | 'cancel') =>
      ref !== undefined && send({ type: 'pressed', document, ref, button }),
    redraw(ref: string | undefined): void {
      const widget = widgets.get(ref ?? '');
      if (!widget || ref === undefined) return;
      widgets.delete(ref);
      draw(widget.challenge);
      announce();
    },
    freeze(): void {
      leave();
      frozen = true;
    },
    thaw(): void {
      frozen = false;
      announce();
    },
    close(): void {
      leave();
      gone = true;
    },
  };
  return page;
}

export type ModelPage = ReturnType<typeof modelPage>;
