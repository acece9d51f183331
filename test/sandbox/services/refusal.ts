import type { CallMethod } from '../types.ts';
import type { Dialect, Problem, Refused } from './dialect.ts';

export interface Outcome {
  reply: Record<string, unknown>;
  status?: number;
  tooSoon?: boolean;
  /** The answer is held back so long: the service solves it first. */
  holdMs?: number;
}

/** A refusal before a service gives it its form. The texts are ours, clients must not read them. */
export const refused = (dialect: Dialect, errorCode: string | null): Refused => ({
  errorId: dialect.errorIds[errorCode ?? ''] ?? 1,
  errorCode,
  errorDescription: errorCode?.replaceAll('_', ' ').toLowerCase() ?? null,
});

/** A refusal with a given code, as the service words it for a method. */
export const refuseWith = (
  dialect: Dialect,
  method: CallMethod,
  errorCode: string | null,
  wanted: Partial<Refused> = {},
): Outcome => ({
  reply: dialect.refuse({ ...refused(dialect, errorCode), ...wanted }, method),
  status: dialect.statusOf?.(errorCode) ?? 200,
});

export const refuse = (dialect: Dialect, method: CallMethod, problem: Problem): Outcome =>
  refuseWith(dialect, method, dialect.problems[problem]);

/** The refusal of a key that nobody has. */
export const refuseKey = (dialect: Dialect, method: CallMethod, clientKey: unknown): Outcome => {
  const key = typeof clientKey === 'string' ? clientKey : '';
  return refuseWith(dialect, method, dialect.unknownKey?.(key) ?? dialect.problems.key);
};
