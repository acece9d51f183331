import type { Kind } from '../widgets/kinds';

/**
 * To the recorder, which swallows it before any listener of the page can see it. From the scout: `relatedTarget` is the
 * line between the worlds of this frame, an event target in no document; events on it are seen by whoever holds it, and
 * only recorder, scout, agent and page part do. From a page part: `detail` takes the recorder. As a
 * message to the page in the tab, from the recorder of a frame within it: something is here, and no scout.
 */
export const HELLO = 'solvent-hello';

/** Isolated world -> MAIN: a question about `relatedTarget`, as JSON. */
export const ASK = 'ask';
/** Isolated world -> MAIN, just before ASK: the element that the question is about. */
export const SUBJECT = 'subject';
/** MAIN -> isolated: the answer to ASK, while ASK is being dispatched. */
export const REPLY = 'reply';
/** MAIN -> isolated: a kind of which there is a widget, said once; or FRAMES. */
export const FOUND = 'found';
/** There may be a widget in a frame within this page that has no scout. */
export const FRAMES = 'frames';
export type Found = Kind | typeof FRAMES;
/** MAIN -> isolated: the path of a call that was made, or `path=` of a global or method that appeared. */
export const SEEN = 'seen';

/** One call that the page made to a vendor's API. */
export interface Call {
  path: string;
  args: unknown[];
  result: unknown;
}

/** Gets a call before the vendor does; `original()` is the vendor's answer. */
export type Hook = (args: unknown[], original: () => unknown) => unknown;
export type Answerer = (question: unknown, subject: Element | null) => unknown;

/**
 * A vendor's script calls a function of the page and hands it its API. `go` makes that call, the first time alone: it is
 * held until a page part has seen the API, for a moment at most. `trace`: the call stack, which names the script.
 */
export type Greeter = (args: unknown[], go: () => unknown, trace: string) => void;

/** What the recorder hands to page parts. */
export interface Recorder {
  calls: Call[];
  /** Gets every recorded call; `vendor()` makes it. */
  pass?: (path: string, args: unknown[], vendor: () => unknown) => unknown;
  /**
   * Records an API object that appeared without passing our setter: another frame's, or one that was there first. Again
   * for one that is recorded: methods that were replaced since.
   */
  watch(api: object, path: string): void;
  /** Gets every call of a page's function by a vendor's script; those before it was there are in `held`. */
  greet?: Greeter;
  held: Parameters<Greeter>[];
  /** Called when the line has come, and when another one has. */
  taken?: () => void;
  /** Over the line to the isolated world, while there is one, by natives that the page cannot have replaced. */
  hear(type: string, run: (event: Event) => void): void;
  say(type: string, detail: unknown): void;
}
