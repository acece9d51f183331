/**
 * What agent and background say to each other. The agent imports types only: zod stays on the trusted side. No message
 * carries a key, an address of a service or a balance.
 */
import { z } from 'zod';
import { FRAMES } from '../page/line';
import { Challenge } from '../widgets/challenge';
import { PictureRule } from '../widgets/image/rule';
import { KINDS } from '../widgets/kinds';
import { MAX_WIDGETS } from './port';

const Id = z.string().min(1).max(64);
const Size = z.number().min(0).max(20_000);

/** What the agent sees of a widget, besides what it is. */
export const Situation = z.strictObject({
  /** Drawn, and not a hidden duplicate. */
  rendered: z.boolean(),
  /** In view or within one screen of it. */
  inView: z.boolean(),
  /** The person has used the widget or its form. */
  used: z.boolean(),
  tabVisible: z.boolean(),
  /** Invisible widgets: the vendor shows its challenge now. */
  challengeShown: z.boolean(),
  /** Invisible widgets: the page called `execute`. */
  executed: z.boolean(),
  /** It holds an answer that is not ours, or one of ours that was delivered. */
  answered: z.boolean(),
  /** The page's call that would start it is held back until policy has spoken. */
  held: z.boolean().optional(),
  /** False: probably a captcha, and not surely. */
  certain: z.boolean().optional(),
});
export type Situation = z.infer<typeof Situation>;

export const Widget = z.strictObject({ ref: Id, challenge: Challenge, situation: Situation });
export type Widget = z.infer<typeof Widget>;

export const AgentMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('found'), what: z.array(z.enum([...KINDS, FRAMES])).min(1) }),
  /** All widgets of the document, whenever one of them changed. */
  z.strictObject({ type: z.literal('widgets'), document: Id, widgets: z.array(Widget).max(MAX_WIDGETS) }),
  z.strictObject({ type: z.literal('delivered'), document: Id, job: Id }),
  /** The widget cannot take the answer: it is gone, the answer too old, or the person was faster. */
  z.strictObject({
    type: z.literal('undeliverable'),
    document: Id,
    job: Id,
    reason: z.enum(['gone', 'old', 'answered']),
  }),
  /** Asked to, the agent has made a widget ready for its task: this is what the task is made of. */
  z.strictObject({
    type: z.literal('prepared'),
    document: Id,
    ref: Id,
    challenge: Challenge,
    /** Its picture is the one that was cut out of the tab. */
    shot: z.boolean().optional(),
  }),
  /** It cannot be made ready: why, for the person; without a word where nothing was asked of them. */
  z.strictObject({ type: z.literal('unprepared'), document: Id, ref: Id, reason: z.string().max(200).optional() }),
  /** Its picture cannot be read: it is to be cut out of the tab. In CSS px of the view, whose width is `view`. */
  z.strictObject({
    type: z.literal('shoot'),
    document: Id,
    ref: Id,
    rect: z.strictObject({ left: Size, top: Size, width: Size, height: Size }),
    view: Size,
  }),
  /** A trusted click on the badge. */
  z.strictObject({
    type: z.literal('pressed'),
    document: Id,
    ref: Id,
    button: z.enum(['solve', 'cancel', 'report', 'more']),
  }),
  /** The person has picked a picture and its field, in the session that the background has opened for it. */
  z.strictObject({ type: z.literal('picked'), document: Id, session: Id, rule: PictureRule }),
  /** They have left it, or nothing could be remembered: the session is over. */
  z.strictObject({ type: z.literal('unpicked'), document: Id, session: Id }),
]);
export type AgentMessage = z.infer<typeof AgentMessage>;
/** As the parts of an agent send it; the agent adds the document. */
export type WithoutDocument<M> = M extends { document: string } ? Omit<M, 'document'> : never;

/** What the badge of a widget shows. Times are epoch ms. */
export type Badge =
  | { show: 'nothing' }
  /** `report`: the answer before this can be reported as wrong. */
  | { show: 'offer'; text: string; report?: boolean }
  | { show: 'working'; text: string; since: number }
  | { show: 'done'; text: string; seconds: number }
  /** `more`: a budget is used up, and the person may allow some more. */
  | { show: 'problem'; text: string; advice: string; retry: boolean; more?: boolean };

/** Over the agent's port. */
export type ToAgent =
  | { type: 'badge'; ref: string; badge: Badge }
  | { type: 'deliver'; ref: string; job: string; token: string; freshUntil: number; submit?: boolean }
  /** The person wants a picture solved: the one with this address, or the likeliest. */
  | { type: 'byHand'; src?: string }
  /** What the person has picked as captchas on this site. */
  | { type: 'rules'; rules: PictureRule[] }
  /** The person picks a picture and its field now; what they pick is said once, with this session. */
  | { type: 'pick'; session: string }
  /** What became of the rule for it, in words. */
  | { type: 'pickTold'; text: string; advice: string }
  /** Make this widget ready for a task: said before one is asked for. */
  | { type: 'prepare'; ref: string }
  /** No task after all: what was held back for it goes its way. */
  | { type: 'release'; ref: string }
  /** The picture of this widget was cut out of the tab, or could not be. */
  | { type: 'shot'; ref: string; taken: boolean }
  /** Off, or no key any more: take the badges away and rest. */
  | { type: 'rest' };
