/** A task's fields, as one service reads them. */
export interface Fields {
  value(name: string): unknown;
  /** A trimmed string, '' when it is none. */
  text(name: string): string;
  object(name: string): Record<string, unknown>;
  list(name: string): unknown[];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Official samples of CapMonster disagree on the case of names; facts/services.md 1.2.
const findLoosely = (task: Record<string, unknown>, name: string): unknown =>
  Object.entries(task).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export const createFields = (task: Record<string, unknown>, anyCase: boolean): Fields => {
  const value = (name: string): unknown => (anyCase ? findLoosely(task, name) : task[name]);
  return {
    value,
    text: (name) => {
      const found = value(name);
      return typeof found === 'string' ? found.trim() : '';
    },
    object: (name) => {
      const found = value(name);
      return isObject(found) ? found : {};
    },
    list: (name) => {
      const found = value(name);
      return Array.isArray(found) ? found : [];
    },
  };
};
