import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAgent } from '../utils/agent/agent';
import type { ScoutGlobal } from '../utils/scout/scout';

type AgentGlobal = ScoutGlobal & { solventAgent?: ReturnType<typeof startAgent> };

export default defineUnlistedScript(() => {
  const world = globalThis as AgentGlobal;
  const { solventAgent, solventLine, solventFound } = world;
  // Injected once more (a second kind was found, settings changed): the one that runs goes on.
  if (solventAgent && !solventAgent.signal.aborted) return solventAgent.wake();
  if (solventLine) world.solventAgent = startAgent(solventLine, solventFound ?? new Set());
});
