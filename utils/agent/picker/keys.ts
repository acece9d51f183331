/** What a key means to the picker; null: nothing, and `browser`: it is none of ours. */
export type Meaning = { act: 'move'; by: 1 | -1 } | { act: 'leave' } | { act: 'choose' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function meaningOf({ key, shiftKey, ctrlKey, metaKey, altKey, repeat }: Pressed): Meaning | 'browser' | null {
  if (ctrlKey || metaKey || altKey || /^F\d|^Page|^Home$|^End$/.test(key)) return 'browser';
  const by = key === 'Tab' ? (shiftKey ? -1 : 1) : MOVES[key];
  if (by) return { act: 'move', by };
  if (key === 'Escape') return { act: 'leave' };
  // A key that is held down must not choose both picture and field.
  return (key === 'Enter' || key === ' ') && !repeat ? { act: 'choose' } : null;
}

/** The next of `all` that way from where one is, or from what follows `after`; round at the ends. */
export function nextOf<T>(all: readonly T[], at: T | null, by: 1 | -1, follows: (each: T) => boolean): T | undefined {
  const last = all.length - 1;
  const here = at === null ? -1 : all.indexOf(at);
  if (here >= 0) return all[(here + by + all.length) % all.length];
  const start = all.findIndex(follows);
  if (by > 0) return all[Math.max(0, start)];
  return all[start > 0 ? start - 1 : last];
}
