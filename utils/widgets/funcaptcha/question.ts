/** What agent and page part of FunCaptcha say to each other, besides the element. `key`: of the current client. */
export type Question =
  | { op: 'describe'; key?: string }
  /** A task is about to be paid for: the one-time value is Solvent's from now on. */
  | { op: 'prepare'; key?: string }
  | { op: 'hold'; key?: string; keep: boolean }
  | { op: 'deliver'; key?: string; token: string };

export interface PageFacts {
  /** Legacy: as the page gave it to the vendor. */
  key?: string;
  /** Hosted: the session's token. */
  session?: string;
  blob?: string;
  /** Its session has begun, or would have: the page's call is held. */
  executed: boolean;
  held: boolean;
  answered: boolean;
  /** The vendor says that a person is to act. */
  shown: boolean;
  /** Trigger of a lightbox, box of an inline widget. */
  selector?: string;
  inline?: boolean;
}

/** One widget, as the page part has it. */
export interface Guarded {
  facts(): PageFacts;
  /** The agent has asked: what waits is being judged. */
  heard(): void;
  /** Whether a task makes sense; what waits does so until its answer is there. */
  prepare(): boolean;
  hold(keep: boolean): void;
  /** False: the person was faster. */
  deliver(token: string): boolean;
  /** Something was clicked. */
  pressed(target: Element): void;
}
