import type { Task, TaskForm, TaskOrNot, UnsupportedReason } from './service';

export type { TaskForm } from './service';

/** What a widget says, by name. Undefined: it does not say. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * The task of a form: each fact of the widget in its documented field. A fact without one is left out, unless the task
 * would be worthless without it (`needed`).
 */
export function fill(
  { type, fields }: TaskForm,
  facts: Facts,
  needed: Readonly<Record<string, UnsupportedReason>> = {},
): TaskOrNot {
  const task: Task = { type };
  for (const [fact, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    const field = fields[fact];
    const reason = needed[fact];
    if (field === undefined && reason) return { unsupported: reason };
    if (field !== undefined) put(task, field, value);
  }
  return task;
}

function put(task: Task, field: string, value: unknown): void {
  const [outer = field, inner] = field.split('.');
  task[outer] = inner === undefined ? value : { ...(task[outer] as object | undefined), [inner]: value };
}
