import type { Badge } from '../messages/agent';
import type { Frame } from './frame';

/** What the desk remembers of a frame for as long as it is connected. */
interface Notes {
  /** Badge of each widget as it was last sent. */
  badges: Map<string, string>;
  /** Widget -> what it was and when it was answered: its job may be gone with it before the next one is judged. */
  delivered: Map<string, { identity: string; at: number }>;
  /** Identities of widgets that the page draws anew when they are answered. */
  redrawn: Set<string>;
  /** Widgets whose "Allow 10 more" was pressed just now. */
  more: Set<string>;
  /** Widgets that could not be made ready for a task: what they were then. */
  unready: Map<string, string>;
  /** Widget -> when it was first announced. */
  noticed: Map<string, number>;
}

export function createNotes(now: () => number) {
  const notes = new WeakMap<Frame, Notes>();

  function notesOf(frame: Frame): Notes {
    const known = notes.get(frame) ?? {
      badges: new Map(),
      delivered: new Map(),
      redrawn: new Set(),
      more: new Set(),
      unready: new Map(),
      noticed: new Map(),
    };
    notes.set(frame, known);
    return known;
  }

  return {
    notesOf,
    /** When a widget was first heard of: now, if it was not before. */
    noticedAt(frame: Frame, ref: string): number {
      const { noticed } = notesOf(frame);
      const at = noticed.get(ref) ?? now();
      noticed.set(ref, at);
      return at;
    },
    /**
     * Sends a badge that differs from the last one: one that is told twice is read out twice. The first one in any case,
     * also that there is none: a page that comes back from the back/forward cache may still show one of long ago.
     */
    tell(frame: Frame, ref: string, badge: Badge): void {
      const { badges } = notesOf(frame);
      const text = JSON.stringify(badge);
      if (badges.get(ref) === text) return;
      badges.set(ref, text);
      frame.post({ type: 'badge', ref, badge });
    },
  };
}
