import type { AgentMessage, ToAgent, WithoutDocument } from '../messages/agent';
import type { AgentKind, Ask, Prepared, Shoot } from '../widgets/agent-kind';
import type { Followed } from './widgets';

export interface PreparationDeps {
  widgets: { get(ref: string): Followed | undefined };
  asking(kind: AgentKind): Ask;
  send(message: WithoutDocument<AgentMessage>): void;
  hideBadges(hide: boolean): void;
}

const NOT_READY: Prepared = { challenge: null };

/** Makes widgets ready for their task when the background asks for it, one answer each time. */
export function createPreparation({ widgets, asking, send, hideBadges }: PreparationDeps) {
  /** Who waits for the tab to be looked at. */
  const waiting = new Map<string, (taken: boolean) => void>();

  function shootFor(ref: string): Shoot {
    return ({ left, top, width, height }) =>
      new Promise((resolve) => {
        waiting.set(ref, resolve);
        send({ type: 'shoot', ref, rect: { left, top, width, height }, view: innerWidth });
      });
  }

  async function made({ kind, element, ref }: Followed): Promise<Prepared> {
    try {
      const tools = { shoot: shootFor(ref), hideBadge: hideBadges };
      return (await kind.prepare?.(element, asking(kind), tools)) ?? NOT_READY;
    } finally {
      hideBadges(false);
    }
  }

  return {
    async prepare(ref: string): Promise<void> {
      const widget = widgets.get(ref);
      const prepared: Prepared = widget ? await made(widget).catch(() => NOT_READY) : NOT_READY;
      if (prepared.challenge) send({ type: 'prepared', ref, ...prepared });
      else send({ type: 'unprepared', ref, ...(prepared.reason !== undefined && { reason: prepared.reason }) });
    },
    shot({ ref, taken }: Extract<ToAgent, { type: 'shot' }>): void {
      waiting.get(ref)?.(taken);
      waiting.delete(ref);
    },
  };
}
