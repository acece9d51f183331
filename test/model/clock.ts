import { START, settle } from '../fakes/jobs';

/** A clock whose timers go by time passed, as a browser's do, while what it shows may be set forward and back. */
export function modelClock() {
  let passed = 0;
  let shown = START;
  let ids = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  return {
    /** What `Date.now()` says. */
    now: () => shown + passed,
    /** Time that has truly passed, in ms. */
    passed: () => passed,
    set: (ms: number) => {
      shown += ms;
    },
    after(ms: number, run: () => void): number {
      timers.set(++ids, { at: passed + ms, run });
      return ids;
    },
    clear: (timer: number) => void timers.delete(timer),
    async advance(ms: number): Promise<void> {
      const end = passed + ms;
      await settle();
      for (;;) {
        let due: [number, { at: number; run: () => void }] | undefined;
        for (const entry of timers) if (entry[1].at <= end && (!due || entry[1].at < due[1].at)) due = entry;
        if (!due) break;
        timers.delete(due[0]);
        passed = Math.max(passed, due[1].at);
        due[1].run();
        await settle();
      }
      passed = end;
    },
  };
}

export type ModelClock = ReturnType<typeof modelClock>;
