import type { Answer, PlacedChallenge } from '../widgets/challenge';
import type { Kind } from '../widgets/kinds';

/** The JSON text of the id, echoed back as it came: number, huge number or string (fact sheet of services, 1.4). */
export type TaskId = string;

/** When to ask for a result, in ms. Never above 120 polls a task, whatever this says. */
export interface PollProfile {
  firstMs: number;
  intervalMs: number;
  giveUpMs: number;
}

export interface Capability {
  /** The `task` object of createTask, exactly as the service documents it. */
  task(challenge: PlacedChallenge): Record<string, unknown>;
  /** The answer in `solution`, or null when it holds none. */
  answer(solution: Record<string, unknown>): Answer | null;
  polls: PollProfile;
}

/** A solving service: data and a few pure functions. The protocol client does the rest. */
export interface Service {
  id: string;
  label: string;
  /** Base address without a trailing slash; null where the person types it. */
  base: string | null;
  /** How keys look. A hint for the person, never a reason to refuse one. */
  keyHint: string;
  dashboard: string | null;
  topUp: string | null;
  /** False where nothing documents getBalance. */
  tellsBalance: boolean;
  capabilities: Partial<Record<Kind, Capability>>;
  /** HTTP statuses that mean "still working" while polling, without a readable body. */
  busyStatuses: readonly number[];
}
