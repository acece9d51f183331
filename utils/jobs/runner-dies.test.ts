import { describe, expect, it } from 'vitest';
import { newJob } from '../../test/fakes/jobs';
import { world } from '../../test/fakes/runner';

describe('the worker dies', () => {
  /** Runs a job with a worker that stops at its `last`th touch of the world, then with new workers to the end. */
  async function dieAt(last: number) {
    let touches = 0;
    let dead = false;
    const w = world({
      gate: () => {
        if (dead || ++touches === last) {
          dead = true;
          return new Promise(() => undefined);
        }
        return Promise.resolve();
      },
    });
    const first = w.worker();
    await first.ready;
    void first.admit(newJob());
    for (let second = 0; second < 20 && !dead; second++) await w.clock.advance(1_000);
    const reached = dead;
    dead = false;
    touches = Number.NEGATIVE_INFINITY;
    w.clock.forget();
    const next = w.worker();
    await next.ready;
    await w.clock.advance(20_000);
    return { ...w, reached, end: next.job('job')?.state.name, stateNow: w.state('job')?.name };
  }

  const points = Array.from({ length: 40 }, (_, index) => index + 1);

  it.each(points)('at touch %i: one createTask, one answer', async (last) => {
    const { creates, polls, page, end, entries } = await dieAt(last);
    expect(creates.length).toBeLessThanOrEqual(1);
    expect(page.size).toBeLessThanOrEqual(1);
    for (const [index, at] of polls.entries())
      if (index) expect(at - (polls[index - 1] ?? 0)).toBeGreaterThanOrEqual(2_000);
    if (!entries.size) expect(creates).toEqual([]);
    else expect(['delivered', 'orphaned']).toContain(end);
    if (end === 'delivered') expect(page.size).toBe(1);
  });

  it('loses a task only between sending createTask and writing its id', async () => {
    const ends = new Map<number, string | undefined>();
    for (const last of points) ends.set(last, (await dieAt(last)).end);
    const orphans = [...ends].filter(([, end]) => end === 'orphaned').map(([last]) => last);
    // 1: before "creating" is written. 2: just after. 3, 4: around createTask. 5: before its id is written.
    expect(orphans).toEqual([2, 3, 4, 5]);
    expect([...ends.values()].filter((end) => end === 'delivered').length).toBeGreaterThan(30);
  });

  it('was reached at as many points as a whole life has', async () => {
    expect((await dieAt(20)).reached).toBe(true);
    expect((await dieAt(40)).reached).toBe(false);
  });
});
