import type { Guarded } from './question';

/** Fails open: no word of the policy (design section 3). */
export const HELD_MS = 150;
/** The agent may have died with the word "keep" said: longer than any task takes. */
export const KEPT_MS = 130_000;

export interface Hold {
  /** This call of the page waits, instead of one that waited before it. It is made once, or never. */
  wait(go: () => void): void;
  waits(): boolean;
  /** Somebody has heard of it: the moment is theirs from now on, once for each call. */
  heard(): void;
  /** Somebody is at work on it: what waits, or will, goes on waiting. */
  keep(): void;
  /** Goes its way untouched. */
  release(): void;
  /** An answer stands in for it. */
  drop(): void;
}

/** Holds calls of a page back until policy has spoken, for a moment; or until an answer is there, once it has. */
export function createHold(later: typeof setTimeout, cancel: typeof clearTimeout, changed: () => void): Hold {
  let waiting: (() => void) | null = null;
  let kept = false;
  let heard = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function until(ms: number): void {
    cancel(timer);
    timer = later(release, ms);
  }

  function release(): void {
    const go = waiting;
    drop();
    if (!go) return;
    go();
    changed();
  }

  function drop(): void {
    cancel(timer);
    waiting = null;
    kept = heard = false;
  }

  return {
    wait(go) {
      const first = !waiting;
      waiting = go;
      if (!kept && first) until(HELD_MS);
      changed();
    },
    waits: () => waiting !== null,
    heard() {
      if (!waiting || kept || heard) return;
      heard = true;
      until(HELD_MS);
    },
    keep() {
      kept = true;
      until(KEPT_MS);
    },
    release,
    drop,
  };
}

/** A widget whose value is good for one session, and whether one has used it up. */
export interface OneTime {
  answered(): boolean;
  hasValue(): boolean;
  isFresh(): boolean;
}

/** What the agent may ask of what waits: a value that is spent makes no task, and nothing waits for its sake. */
export function heldFor(
  { answered, hasValue, isFresh }: OneTime,
  hold: Hold,
): Pick<Guarded, 'heard' | 'prepare' | 'hold'> {
  const keep = () => {
    if (isFresh()) hold.keep();
  };
  return {
    heard: hold.heard,
    prepare() {
      if (answered() || (hasValue() && !isFresh())) return false;
      keep();
      return true;
    },
    hold: (stay) => (stay ? keep() : hold.release()),
  };
}
