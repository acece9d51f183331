/**
 * The five classes of error and what each asks for (fact sheet of services, 3): `now` ask again at the next poll,
 * `later` back off, `config` stop and tell the person, `task` this task is lost, `expired` get fresh parameters.
 */
export type ErrorClass = 'now' | 'later' | 'config' | 'task' | 'expired';

/** What ends a pause. No request of its scope goes out before. */
export type Pause =
  | { until: 'key' }
  /** Until a look at the balance shows more than nothing. */
  | { until: 'money' }
  /** Until a look at the balance, or anything else, is answered without an error. */
  | { until: 'check' }
  | { until: 'time'; ms: number };

export interface ErrorFact {
  class: ErrorClass;
  /** What happened, for the person. */
  message: string;
  /** What to do next. */
  advice: string;
  /** Where that can be done. */
  goTo?: 'dashboard' | 'topUp';
  /** Nothing more is sent to the service until this is over, whatever the class. */
  pause?: Pause;
  /** The pause holds for this task type alone, and other types go on. Left out: for the whole service. */
  scope?: 'type';
  /** Wait at least this long before the next try; the engine doubles it and adds jitter. */
  backOffMs?: number;
  /** One more try is worth it. The second time in a row it is final. */
  once?: true;
  /** Class `later`: said while polling, it ends the task. Without it the poll alone was refused, and polling goes on. */
  endsTask?: true;
}

export const fact = (
  kind: ErrorClass,
  message: string,
  advice: string,
  more: Omit<ErrorFact, 'class' | 'message' | 'advice'> = {},
): ErrorFact => ({ class: kind, message, advice, ...more });

export type ErrorFacts = Readonly<Record<string, ErrorFact>>;

export const MINUTE = 60_000;
export const reload = 'Reload the page to try again, or solve this one by hand.';
export const byHand = 'Solve this one by hand.';
export const waitAMinute = 'Wait a minute and try again, or add a second service.';
