/** What the agent (isolated world) needs of a kind. */
import type { Challenge } from './challenge';

/** Asks the page part of the kind about an element; null where there is none or it does not know. */
export type Ask = (question: object, subject: Element | null) => unknown;

export interface Facts {
  challenge: Challenge;
  /** The page called `execute` for it. */
  executed: boolean;
}

export interface AgentKind {
  /** Elements within which the vendor will draw by itself. */
  places(root: ParentNode): Element[];
  /** One element a widget, which lives as long as the widget does. */
  find(root: ParentNode): Element[];
  /** What it is, or null while it is not ready (or is no widget of this kind). */
  describe(widget: Element, ask: Ask): Facts | null;
  /** What a person sees of it when at rest. */
  face(widget: Element): Element | null;
  /** The frame with the vendor's challenge, shown or not. */
  challengeFrame(widget: Element): Element | null;
  answered(widget: Element): boolean;
  /** Hands the answer over as the widget would, once. */
  deliver(widget: Element, token: string, ask: Ask): void;
  /** Takes a delivered answer back as the vendor does when it expires. */
  expire(widget: Element, token: string, ask: Ask): void;
}
