/** What the agent (isolated world) needs of a kind. */
import type { Challenge } from './challenge';
import type { Kind } from './kinds';

/** Asks the page part of the kind about an element; null where there is none or it does not know. */
export type Ask = (question: object, subject: Element | null) => unknown;

export interface Facts {
  challenge: Challenge;
  /** The page called `execute` (or the like) for it. */
  executed: boolean;
  /** The page's call is held back until policy has spoken. */
  held?: boolean;
  /** False: it is probably a captcha. */
  certain?: boolean;
}

/** What a widget's task is made of; or why there can be none, and nothing where the person need not hear of it. */
export type Prepared = { challenge: Challenge; shot?: boolean } | { challenge: null; reason?: string };

/** Cuts the widget's picture, at this place in the view, out of the tab. False: it could not be. */
export type Shoot = (rect: DOMRect) => Promise<boolean>;

export interface AgentKind {
  id: Kind;
  /** Elements within which the vendor will draw by itself. */
  places(root: ParentNode): Element[];
  /** One element a widget in the document and its open shadow roots, which lives as long as the widget does. */
  find(roots: readonly ParentNode[]): Element[];
  /** What it is, or null while it is not ready (or is no widget of this kind). */
  describe(widget: Element, ask: Ask): Facts | null;
  /** What a person sees of it when at rest. */
  face(widget: Element): Element | null;
  /** The frame with the vendor's challenge, shown or not. */
  challengeFrame(widget: Element): Element | null;
  answered(widget: Element): boolean;
  /** What it shows now, where that can change: then it is another widget. */
  version?(widget: Element): unknown;
  /** Whether the page's call stays held back (a job is at work) or goes through. */
  hold?(widget: Element, keep: boolean, ask: Ask): void;
  /** Before a task is asked for (`PREPARED`). `badge` hides what Solvent shows while the picture is taken. */
  prepare?(widget: Element, ask: Ask, tools: { shoot: Shoot; hideBadge(hide: boolean): void }): Promise<Prepared>;
  /** Hands the answer over as the widget would, once. `submit`: and sends its form. */
  deliver(widget: Element, token: string, ask: Ask, submit?: boolean): void;
  /** Takes a delivered answer back as the vendor does when it expires. */
  expire(widget: Element, token: string, ask: Ask): void;
}
