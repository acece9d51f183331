import type { AgentMessage, ToAgent, WithoutDocument } from '../messages/agent';
import { choose } from '../widgets/image/chosen';
import { realLook } from '../widgets/image/look';
import { ruleFor } from '../widgets/image/rules';
import { openPicker, type Picking } from './picker/picker';

type Said = Extract<AgentMessage, { type: 'picked' | 'unpicked' }>;

export interface PickDeps {
  send(message: WithoutDocument<Said>): void;
  /** There is a pair that was not one before. */
  look(): void;
}

/** The person's picks in this document, and what is said of them to the background. */
export function createPick({ send, look }: PickDeps, signal: AbortSignal) {
  let current = new AbortController();
  let open: Picking | undefined;
  signal.addEventListener('abort', () => current.abort());

  return {
    /** Starts the picker; one that is open makes way. */
    async take({ session }: Extract<ToAgent, { type: 'pick' }>): Promise<void> {
      current.abort();
      current = new AbortController();
      const picking = openPicker(current.signal);
      open = picking;
      const pair = await picking.picked;
      if (!pair) return send({ type: 'unpicked', session });
      choose(pair.picture, pair.field);
      const rule = ruleFor(pair, location.pathname, realLook);
      if (rule) send({ type: 'picked', session, rule });
      else {
        send({ type: 'unpicked', session });
        picking.tell('Taken for this once.', 'Nothing tells this picture from others when the page is loaded again.');
      }
      look();
    },

    hide: (hide: boolean) => open?.hide(hide),

    /** What became of the rule. */
    told({ text, advice }: Extract<ToAgent, { type: 'pickTold' }>): void {
      open?.tell(text, advice);
    },
  };
}
