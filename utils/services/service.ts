import type { Answer, PlacedChallenge } from '../widgets/challenge';
import type { Kind } from '../widgets/kinds';
import type { ErrorFacts } from './error-fact';
import type { OptionName } from './options';

/** The JSON text of the id, echoed back as it came: number, huge number or string (fact sheet of services, 1.4). */
export type TaskId = string;

/** When to ask for a result, in ms. Never above 120 polls a task, whatever this says. */
export interface PollProfile {
  firstMs: number;
  intervalMs: number;
  giveUpMs: number;
}

/** Why a service cannot take a challenge, known before anything is sent. */
export type UnsupportedReason =
  | 'kind'
  /** The kind yes, but not its Enterprise form. */
  | 'enterprise'
  /** The widget needs a one-time value (`data-s`) for which the service documents no field. */
  | 'one-time-value'
  /** The picture is larger, or smaller, than the service takes. */
  | 'picture-size'
  /** The service documents no such method (balance, report). */
  | 'method';

export type Task = { type: string } & Record<string, unknown>;
export type TaskOrNot = Task | { unsupported: UnsupportedReason };

/** Cookies by name, as services return them beside a token. */
export type ServiceAnswer = Answer & { cookies?: Record<string, string> | undefined };

export interface Capability {
  /** The `task` object of createTask, exactly as the service documents it, or why there is none. */
  task(challenge: PlacedChallenge): TaskOrNot;
  /** The answer in `solution`, or null when it holds none. */
  answer(solution: Record<string, unknown>): ServiceAnswer | null;
  polls: PollProfile;
  /** The service takes `task.nocache` for this kind; such tasks take longer, so the first poll waits this long. */
  nocache?: { firstMs: number };
  /** What `task` can fill in, for people to read: form -> task type and its fields. */
  forms: Readonly<Record<string, TaskForm | null>>;
}

/** One documented form of a task. Facts that are missing in `fields` have no documented place. */
export interface TaskForm {
  type: string;
  /** Fact of the widget -> field of the task; `outer.inner` is a field within an object. */
  fields: Readonly<Record<string, string>>;
}

/** How a service is told that an answer was wrong. */
export interface Report {
  method: string;
  /** What goes into the body besides clientKey and taskId. */
  extra?: Readonly<Record<string, unknown>>;
  /** Later than this after the solution, the service no longer takes it. */
  withinMs?: number;
}

/** A solving service: data and a few pure functions. The protocol client does the rest. */
export interface Service {
  id: string;
  label: string;
  /** Base address without a trailing slash; null where the person types it. */
  base: string | null;
  /** How keys look. A hint for the person, never a reason to refuse one. */
  keyHint: string;
  /** Where the person finds the key, and where money is added; null where that is not known. */
  dashboard: string | null;
  topUp: string | null;
  /** False where nothing documents getBalance. */
  tellsBalance: boolean;
  /** getBalance may not be called more often than this. */
  balanceEveryMs: number;
  /** No two polls of a task closer than this. */
  minIntervalMs: number;
  capabilities: Partial<Record<Kind, Capability>>;
  /** HTTP statuses that mean "still working" while polling, without a readable body. */
  busyStatuses: readonly number[];
  /** Codes that mean something else here than elsewhere, or exist only here. */
  errors: ErrorFacts;
  /** How to report a wrong answer, by kind. */
  reports: Partial<Record<Kind, Report>>;
  /** Settings of an account that this service documents; others are never sent. */
  options: readonly OptionName[];
  /** Whether a task that nobody could solve costs money; null where nothing is documented. */
  chargesUnsolvable: boolean | null;
}
