import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAgent } from '../utils/agent/agent';
import type { ScoutGlobal } from '../utils/scout/scout';

type AgentGlobal = ScoutGlobal & { solventAgent?: ReturnType<typeof startAgent> };

export default defineUnlistedScript(() => {
  const world = globalThis as AgentGlobal;
  // Injected once more (a second kind was found, settings changed): the one that runs goes on.
  if (world.solventAgent && !world.solventAgent.signal.aborted) return world.solventAgent.wake(world.solventLine);
  world.solventAgent = startAgent(world.solventLine);
});
