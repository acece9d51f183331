import type { TaskId } from './service';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** An id as `parseObject` leaves it, or null: 0, empty, a boolean, an object or something that holds the key is none. */
export function taskIdIn(value: unknown, holdsKey: (text: string) => boolean): TaskId | null {
  if (typeof value !== 'string' || value.length > 200) return null;
  const isText = value.startsWith('"');
  const said = isText ? String(JSON.parse(value)).trim() : value;
  if (!isText && !NUMBER.test(value)) return null;
  return said === '' || Number(said) === 0 || holdsKey(said) ? null : value;
}

/** Money as number or as text, as services send it; null for anything else. */
export function amount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A JSON object of the fields that are there. `taskId` is JSON text already, and goes out as it came. */
export function jsonFields(
  fields: Record<string, unknown>,
  taskId?: TaskId,
  extra: Readonly<Record<string, unknown>> = {},
): string {
  const written = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).flatMap(([name, value]) =>
      value === undefined ? [] : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
  const id = taskId === undefined ? [] : [`"taskId":${taskId}`];
  return `{${[...written(fields), ...id, ...written(extra)].join(',')}}`;
}
