import type { Reply } from '../server/exchange.ts';
import type { CallMethod, ReportMethod, ServiceTask } from '../types.ts';
import type { Kind, TaskType } from './kinds.ts';

/** What can be wrong with a call; each service has its own code for it. */
export type Problem =
  | 'notJson'
  | 'noTask'
  | 'type'
  | 'key'
  | 'money'
  | 'url'
  | 'siteKey'
  | 'field'
  | 'proxy'
  | 'imageSmall'
  | 'imageBig'
  | 'imageBad'
  | 'id'
  | 'polls'
  | 'timeout';

export interface Refused {
  errorId: number;
  errorCode: string | null;
  errorDescription: string | null;
}

type Json = Record<string, unknown>;

/** A page beside the protocol, answered to GET. */
export interface SidePage {
  host: string;
  path: string;
  reply(price: number): Reply;
}

/** What one service does differently from the others; facts/services.md 1 to 3. */
export interface Dialect {
  /** The documented address. */
  base: string;
  /** What may stand before a method's name in a path. */
  prefixes: readonly string[];
  pages?: readonly SidePage[];
  types: Readonly<Record<string, TaskType>>;
  /** Field names are matched without regard to case. */
  anyCase?: boolean;
  /** KEY__nocache and the like name the account of KEY. */
  keySuffixes?: boolean;
  /** USD for a task, until a test says otherwise. */
  price: number;
  ids: { from: number; to: number } | 'uuid';
  /** The documented codes, each with its errorId. */
  errorIds: Readonly<Record<string, number>>;
  problems: Readonly<Record<Problem, string>>;
  /** The code for a key nobody has, where it depends on how the key looks. */
  unknownKey?(clientKey: string): string;
  image: { atLeast: number; atMost: number };
  /** The documented shortest time between two polls of a task. */
  politeMs: number;
  /** The same for two balance calls. */
  balanceEveryMs?: number;
  /** Polls a task may have. */
  maxPolls: number;
  kept: { ms: number; from: 'createdAt' | 'readyAt' };
  /** A task that takes longer is lost. */
  timeoutMs?: number;
  charged: 'created' | 'collected';
  /** Codes that are paid for all the same. */
  chargedErrors: readonly string[];
  reports: readonly ReportMethod[];
  oneReport?: boolean;
  /** Whether an unknown method is an error of the protocol, or a page of the site that is not there. */
  unknownMethod: 'error' | 'page';
  refuse(refused: Refused, method: CallMethod): Json;
  /** HTTP status of a refusal; 200 unless told. */
  statusOf?(errorCode: string | null): number;
  created(taskId: unknown): Json;
  waiting(task: ServiceTask): Json;
  ready(task: ServiceTask, taskId: unknown): Json;
  /** A task that came to nothing; the refusal unless told. */
  failed?(refused: Refused, taskId: unknown): Json;
  /** undefined: the service documents no getBalance. */
  balance?(usd: number): Json;
  reported: Json;
  /** Adds what this service puts into a solution besides the answer. */
  dress?(solution: Json, kind: Kind, task: Pick<ServiceTask, 'readyAt'>): Json;
}
