import fc from 'fast-check';
import { expect, it } from 'vitest';
import { charges, deliveryFlaws } from '../../test/model/accounts';
import { type Action, happen, history } from '../../test/model/actions';
import type { ModelPage } from '../../test/model/page';
import { modelWorld } from '../../test/model/world';
import { isEnded } from './job';

const RUNS = 5_000;
/** Longer than a task is kept, an answer is fresh and every alarm takes together. */
const LONG_MS = 900_000;

/** Lives a history to its end: whatever is open then has time enough. */
async function lived(actions: Action[]) {
  const world = modelWorld();
  const tabs = new Map<number, ModelPage>();
  for (const action of actions) await happen(world, tabs, action);
  await world.clock.advance(LONG_MS);
  return world;
}

it('whatever happens in whatever order: nothing is paid twice, delivered twice or lost from the account', async () => {
  /** How often each thing was met, so that the runs cannot pass because nothing happens in them. */
  const met = new Map<string, number>();
  const meet = (what: string, count = 1) => void met.set(what, (met.get(what) ?? 0) + count);

  await fc.assert(
    fc.asyncProperty(history, async (actions) => {
      const world = await lived(actions);
      const setBack = actions.some((action) => action.do === 'set clock' && action.ms < 0);
      expect(world.violations).toEqual([]);
      expect([...world.journal.entries.values()].filter((job) => !isEnded(job))).toEqual([]);
      expect(deliveryFlaws(world, setBack)).toEqual([]);
      const { flaws, ends } = charges(world);
      expect(flaws).toEqual([]);
      meet('deaths', world.deaths());
      meet('unheard', world.unheard.size);
      for (const end of ends) meet(end);
    }),
    { numRuns: RUNS },
  );
  for (const what of ['deaths', 'delivered', 'unused', 'orphaned', 'uncharged'])
    expect(met.get(what), what).toBeGreaterThan(RUNS / 500);
  // The gap that cannot be closed must stay one.
  expect(met.get('unheard')).toBeLessThan(RUNS / 50);
}, 60_000);
