import fc from 'fast-check';
import type { ModelPage } from './page';
import type { CreateFault, PollFault } from './service';
import type { ModelWorld } from './world';

/** What may happen between two moments: `tab` and `nth` choose among what there is. */
export type Action =
  | { do: 'open'; tab: number; site: string; incognito: boolean; keys: string[] }
  | { do: 'reload' | 'close' | 'freeze' | 'thaw' | 'repeat' | 'redraw' | 'by hand' | 'reset'; tab: number; nth: number }
  | { do: 'press'; tab: number; nth: number; button: 'solve' | 'cancel' }
  | { do: 'pass'; ms: number }
  | { do: 'set clock'; ms: number }
  | { do: 'die'; after: number }
  | { do: 'create goes'; as: CreateFault }
  | { do: 'poll goes'; as: PollFault }
  | { do: 'service takes'; way: number; ms: number };

const tab = fc.nat(1);
const nth = fc.nat(1);
const key = fc.constantFrom('6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI', '6LdAnother_AAAAAJcZVRqyHh71UMIEGNQ_MXjiZ');

const open: fc.Arbitrary<Action> = fc.record({
  do: fc.constant('open'),
  tab,
  site: fc.constantFrom('site.example', 'site.example', 'other.example'),
  incognito: fc.constantFrom(false, false, false, true),
  keys: fc.array(key, { minLength: 1, maxLength: 2 }),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: open },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('reload', 'reload', 'close', 'freeze', 'thaw', 'repeat', 'redraw', 'by hand', 'reset'),
      tab,
      nth,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('press'),
      tab,
      nth,
      button: fc.constantFrom('solve', 'cancel'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass'),
      ms: fc.oneof(fc.nat(60), fc.nat(3_000), fc.nat(15_000), fc.integer({ min: 20_000, max: 200_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('set clock'), ms: fc.integer({ min: -400_000, max: 400_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('die'), after: fc.nat(12) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('create goes'),
      as: fc.constantFrom('answered', 'busy', 'config', 'refused', 'lost before', 'lost after'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('poll goes'), as: fc.constantFrom('lost', 'once', 'later', 'failed') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('service takes'), way: fc.nat(14_000), ms: fc.nat(60_000) }),
  },
) as fc.Arbitrary<Action>;

/** A page is there from the start, or most of what happens would happen to nobody. */
export const history: fc.Arbitrary<Action[]> = fc
  .tuple(open, fc.array(action, { maxLength: 24 }))
  .map(([first, rest]) => [first, ...rest]);

/** Makes it happen. `tabs`: the page in each tab. */
export async function happen(world: ModelWorld, tabs: Map<number, ModelPage>, what: Action): Promise<void> {
  if (what.do === 'pass') return world.clock.advance(what.ms);
  if (what.do === 'set clock') world.clock.set(what.ms);
  else if (what.do === 'create goes') world.service.plan.create.push(what.as);
  else if (what.do === 'poll goes') world.service.plan.poll.push(what.as);
  else if (what.do === 'service takes') Object.assign(world.service.plan, { way: what.way, solveAfter: what.ms });
  else if (what.do === 'die') what.after ? world.dieAfter(what.after) : world.die();
  else happenTo(world, tabs, what);
  // Most things come in the middle of others.
  if (what.do === 'open') await world.clock.advance(0);
}

type OfTab = Extract<Action, { tab: number }>;

function happenTo(world: ModelWorld, tabs: Map<number, ModelPage>, what: OfTab): void {
  const page = tabs.get(what.tab);
  if (what.do === 'open') {
    page?.close();
    const { site, incognito, keys } = what;
    tabs.set(what.tab, world.open({ tabId: what.tab, site, incognito }, keys));
  }
  if (!page || what.do === 'open') return;
  const ref = page.refs()[what.nth] ?? page.refs()[0];
  if (what.do === 'reload') {
    page.close();
    tabs.set(what.tab, world.open(page.place, page.keys));
  }
  if (what.do === 'close') {
    page.close();
    tabs.delete(what.tab);
  }
  if (what.do === 'press') page.press(ref, what.button);
  if (what.do === 'freeze') page.freeze();
  if (what.do === 'thaw') page.thaw();
  if (what.do === 'repeat') world.repeat(what.nth);
  if (what.do === 'redraw') page.redraw(ref);
  if (what.do === 'by hand') page.mark(ref, true);
  if (what.do === 'reset') page.mark(ref, false);
}
