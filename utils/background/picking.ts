import { browser, storage } from '#imports';
import type { Frame } from '../jobs/frame';
import type { AgentMessage, ToAgent } from '../messages/agent';
import { withRule } from '../settings/pictures';
import { settings } from '../settings/store';
import type { PictureRule } from '../widgets/image/rule';

/** The picker as it was started: in one frame, for one pick. */
interface Session {
  id: string;
  tabId: number;
  frameId: number;
  until: number;
}

/** A person may leave it open for a while. */
const OPEN_MS = 15 * 60_000;
/** The worker may die while the person thinks. */
const stored = storage.defineItem<Session | null>('session:picking', { fallback: null });

export interface PickingDeps {
  now(): number;
  newId(): string;
  /** Says something to the agent of a frame, which is put there first. */
  tell(tabId: number, frameId: number, message: ToAgent): Promise<void>;
}

type Said = Extract<AgentMessage, { type: 'picked' | 'unpicked' }>;
export type Picking = ReturnType<typeof createPicking>;

/**
 * Starts the picker, and stores what is picked. Only the frame in which it was started can have a rule stored, once, and
 * only for its own host: a page that has taken over its renderer gains nothing that it could not do to itself.
 */
export function createPicking({ now, newId, tell }: PickingDeps) {
  let turn: Promise<unknown> = Promise.resolve();

  /** Ends the session: true once, for the frame that it was opened for. */
  function close({ tabId, frameId }: Frame, id: string): Promise<boolean> {
    const closed = turn.then(async () => {
      const session = await stored.getValue();
      if (!session || session.id !== id || session.tabId !== tabId || session.frameId !== frameId) return false;
      await stored.setValue(null);
      return now() < session.until;
    });
    turn = closed.catch(() => undefined);
    return closed;
  }

  async function store(frame: Frame, rule: PictureRule, host: string): Promise<ToAgent> {
    const told = (text: string, advice: string): ToAgent => ({ type: 'pickTold', text, advice });
    if (frame.place.incognito) return told('Taken for this once.', 'Of private windows nothing is remembered.');
    let reply = told(`Remembered for ${host}.`, 'You find it in the options, under Picture rules.');
    await settings.change((current) => {
      const added = withRule(current.pictures, host, rule);
      if (added.ok) return { ...current, pictures: added.pictures };
      reply = told(added.text, added.advice);
      return current;
    });
    return reply;
  }

  return {
    async start(tabId: number, frameId: number): Promise<void> {
      const id = newId();
      await stored.setValue({ id, tabId, frameId, until: now() + OPEN_MS });
      // It can be used in the tab in front alone.
      await browser.tabs.update(tabId, { active: true });
      await tell(tabId, frameId, { type: 'pick', session: id });
    },

    async take(frame: Frame, said: Said, host: string): Promise<void> {
      if (!(await close(frame, said.session)) || said.type === 'unpicked') return;
      frame.post(await store(frame, said.rule, host));
    },
  };
}
