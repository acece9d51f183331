import { isObject } from './fields.ts';

export interface Body {
  value: Record<string, unknown>;
  /** The top-level taskId as JSON text, all its digits included. */
  idText: string | undefined;
}

type Reviver = (this: object, key: string, value: unknown, context?: { source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** A request's body, or undefined when it is no JSON object. */
export const readBody = (text: string): Body | undefined => {
  const sources = new Map<object, string | undefined>();
  try {
    const value = parseWithSource(text, function keepSource(key, each, context) {
      // A string is compared by its value, a number by its digits: ids may exceed 2^53.
      if (key === 'taskId') sources.set(this, typeof each === 'number' ? context?.source : JSON.stringify(each));
      return each;
    });
    return isObject(value) ? { value, idText: sources.get(value) } : undefined;
  } catch {
    // Not JSON: the protocol has an answer for that.
    return undefined;
  }
};
