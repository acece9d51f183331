/** Apart from `agent.ts`, so that the agent carries no schema. */

/** The agent names its document in the name of its port. */
export const PORT = 'agent:';

/** More widgets than these in one frame are left alone. */
export const MAX_WIDGETS = 200;
