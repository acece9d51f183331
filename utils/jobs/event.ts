import type { Created, Progress } from '../services/client';
import type { Job, Owner } from './job';

/** What can happen to a job. */
export type JobEvent =
  | { type: 'admitted' }
  /** `next`: the service to try when this one cannot; `jitter`: 0 to 1, spreads what would come all at once. */
  | { type: 'created'; created: Created; next?: string | null; jitter?: number }
  | { type: 'due' }
  | { type: 'progress'; progress: Progress }
  /** The worker came up again and knows only the journal. */
  | { type: 'woke' }
  | { type: 'ownerless' }
  | { type: 'adopted'; owner: Owner }
  | { type: 'delivered' }
  /** The person says that the answer was wrong. */
  | { type: 'reported' }
  /** The widget was solved by hand: it needs no answer any more. */
  | { type: 'answered' }
  /** By the person, or because there is no key any more. `unsent`: createTask was not sent, and will not be. */
  | { type: 'cancelled'; reason: string; unsent?: boolean };

/** What is to be done for it. */
export type Effect =
  | { do: 'create' }
  | { do: 'poll'; taskId: string }
  | { do: 'deliver' }
  | { do: 'report'; taskId: string }
  /** Send `due` at this time, or once the job is looked at again after it. */
  | { do: 'wake'; at: number };

/** What it becomes. */
export interface Step {
  job: Job;
  effects: Effect[];
}
