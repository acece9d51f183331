/** The agent's registry: one line a kind. */
import type { AgentKind } from './agent-kind';
import { funcaptcha } from './funcaptcha/agent';
import { image } from './image/agent';
import { recaptcha } from './recaptcha/agent';

export const AGENT_KINDS: readonly AgentKind[] = [recaptcha, funcaptcha, image];
