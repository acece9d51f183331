import { type Browser, browser } from '#imports';
import type { Desk } from '../jobs/desk';
import type { Frame } from '../jobs/frame';
import { AgentMessage, type ToAgent } from '../messages/agent';
import { PORT } from '../messages/port';
import { type Found, FRAMES } from '../page/line';
import { type Means, modeFor, standsInTheWay } from '../policy/decide';
import type { Settings } from '../settings/schema';
import { injectAgent, releaseHeld } from './inject';
import type { Picking } from './picking';
import { injectScout, sendScouts } from './scouts';
import { type Sender, senderOf, websiteURLOf } from './sender';
import { createShots } from './shots';

export interface AgentDeps {
  desk(): Promise<Desk>;
  rules(): Promise<{ settings: Settings; means: Means }>;
  picking: Pick<Picking, 'take'>;
}

/** The background's side of the agents: checks what they say and hands it to the desk. Registers its listeners at once. */
export function serveAgents({ desk, rules, picking }: AgentDeps) {
  const frames = new Map<string, Frame>();
  const shots = createShots();
  const toldRules = new WeakMap<Frame, string>();
  /** What is to be said to frames whose agent is on its way there. */
  const unheard = new Map<string, ToAgent[]>();

  browser.runtime.onConnect.addListener((port) => {
    const sender = port.sender && port.sender.id === browser.runtime.id ? senderOf(port.sender) : null;
    if (!sender || !port.name.startsWith(PORT)) return;
    const document = port.name.slice(PORT.length, PORT.length + 64);
    const frame = newFrame(document, sender, (message) => post(port, message));
    frames.set(document, frame);
    void rules().then(({ settings }) => postRules(frame, settings));
    const waiting = unheard.get(placeOf(sender));
    unheard.delete(placeOf(sender));
    for (const message of waiting ?? []) frame.post(message);
    void desk().then((open) => {
      open.connect(frame);
      return open.refresh(frame);
    });
    port.onDisconnect.addListener(() => {
      // Read, or the browser complains that nobody did.
      void browser.runtime.lastError;
      if (frames.get(document) !== frame) return;
      frames.delete(document);
      void desk().then((open) => open.disconnect(frame));
    });
  });

  browser.runtime.onMessage.addListener((raw: unknown, from: Browser.runtime.MessageSender) => {
    if (from.id !== browser.runtime.id) return;
    const message = AgentMessage.safeParse(raw).data;
    const sender = message && senderOf(from);
    if (sender) void take(message, sender);
  });

  async function take(message: AgentMessage, sender: Sender): Promise<void> {
    if (message.type === 'found') return found(message.what, sender);
    if (message.type === 'delivered') return (await desk()).delivered(message, sender.tabId);
    const frame = frames.get(message.document);
    // Another tab cannot speak for this document.
    if (!frame || frame.tabId !== sender.tabId || frame.frameId !== sender.frameId) return;
    if (message.type === 'picked' || message.type === 'unpicked')
      return picking.take(frame, message, sender.address.hostname);
    return heard(await desk(), frame, message, sender);
  }

  async function heard(
    open: Desk,
    frame: Frame,
    message: Exclude<AgentMessage, { type: 'found' | 'delivered' | 'picked' | 'unpicked' }>,
    sender: Sender,
  ): Promise<void> {
    if (message.type === 'pressed') return open.pressed(frame, message);
    if (message.type === 'undeliverable') return open.undeliverable(frame, message);
    if (message.type === 'shoot') return shots.take(frame, message);
    if (message.type === 'prepared') return open.prepared(frame, shots.completed(frame, message));
    if (message.type === 'unprepared') return open.unprepared(frame, message);
    const { accounts } = (await rules()).settings;
    // Single-page sites change their address without a new document.
    frame.place = sender.place;
    // As much as any service may have; each is told what it may when it is asked.
    frame.websiteURL = websiteURLOf(
      sender.address,
      accounts.some(({ wholeAddress }) => wholeAddress),
    );
    return open.widgets(frame, message);
  }

  /** Said when they are others than were said before; to begin with there are none. */
  function postRules(frame: Frame, { pictures }: Settings): void {
    const rules = pictures[new URL(frame.websiteURL).hostname] ?? [];
    const text = JSON.stringify(rules);
    if (text === (toldRules.get(frame) ?? '[]')) return;
    toldRules.set(frame, text);
    frame.post({ type: 'rules', rules });
  }

  async function found(what: Found[], sender: Sender): Promise<void> {
    const kinds = what.filter((each) => each !== FRAMES);
    if (kinds.length < what.length) void sendScouts(sender.tabId);
    if (!kinds.length) return;
    const { settings, means } = await rules();
    const wanted = kinds.some((kind) => !standsInTheWay(settings, sender.place, means, kind));
    if (wanted) await injectAgent(sender.tabId, sender.frameId, kinds);
    else await releaseHeld(sender.tabId, sender.frameId);
  }

  return {
    /** Says something to the agent of a frame, which is put there first. */
    async tell(tabId: number, frameId: number, message: ToAgent): Promise<void> {
      const frame = [...frames.values()].findLast((each) => each.tabId === tabId && each.frameId === frameId);
      if (frame) return frame.post(message);
      const place = placeOf({ tabId, frameId });
      unheard.set(place, [...(unheard.get(place) ?? []), message]);
      await injectScout(tabId, frameId);
      await injectAgent(tabId, frameId, ['image']);
    },
    /** What the person has picked, or no longer has, on the sites of all frames. */
    async tellRules(): Promise<void> {
      const { settings } = await rules();
      for (const frame of frames.values()) postRules(frame, settings);
    },
    /** Frames where nothing is to be shown any more. */
    async restWhereOff(): Promise<void> {
      const { settings, means } = await rules();
      for (const frame of frames.values()) {
        const off = [...frame.widgets.values()].every(
          ({ challenge }) => modeFor(settings, frame.place.site, challenge.kind) === 'off' || !means.service,
        );
        if (off) frame.post({ type: 'rest' });
      }
    },
  };
}

const placeOf = ({ tabId, frameId }: { tabId: number; frameId: number }): string => `${tabId} ${frameId}`;

const newFrame = (document: string, sender: Sender, send: Frame['post']): Frame => ({
  document,
  tabId: sender.tabId,
  frameId: sender.frameId,
  place: sender.place,
  websiteURL: websiteURLOf(sender.address, false),
  widgets: new Map(),
  pressed: new Set(),
  preparing: new Set(),
  decisions: new Map(),
  post: send,
});

function post(port: Browser.runtime.Port, message: ToAgent): void {
  try {
    port.postMessage(message);
  } catch {
    // The frame went away while we were busy; its disconnect event follows.
  }
}
