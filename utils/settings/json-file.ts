import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import type { FileProblem } from '../messages/ui';

export type { FileProblem };

/** What a check that no schema can do has found. */
export type FileIssue = Pick<z.core.$ZodIssue, 'path' | 'message'> & { code: string | undefined; keys?: string[] };

export type FileRead<T> = { ok: true; value: T } | { ok: false; problems: FileProblem[] };

/** A file that a person has written: its value, or every error with its line (from 1) and field. */
export function readJson<T>(
  text: string,
  schema: z.ZodType<T>,
  more: (value: unknown) => FileIssue[] = () => [],
): FileRead<T> {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const what = first
      ? printParseErrorCode(first.error)
          .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
          .toLowerCase()
      : 'it is empty';
    return { ok: false, problems: [{ line: lineOf(first?.offset ?? 0), field: '', message: `Not JSON: ${what}.` }] };
  }
  const value: unknown = JSON.parse(text);
  const parsed = schema.safeParse(value);
  const issues: FileIssue[] = [...(parsed.error?.issues ?? []), ...more(value)];
  if (parsed.success && !issues.length) return { ok: true, value: parsed.data };
  const problems = issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const extra = issue.code === 'unrecognized_keys' && issue.keys ? issue.keys : [null];
    return extra.map((key) => {
      const at = key === null ? path : [...path, key];
      return {
        line: lineOf(nearest(tree, at).offset),
        field: at.join('.'),
        message: key === null ? wordsOf(issue) : 'There is no such field.',
      };
    });
  });
  return { ok: false, problems };
}

/** What is wrong with a name says its own schema. */
const wordsOf = (issue: FileIssue & { issues?: { message: string }[] }): string =>
  (issue.code === 'invalid_key' && issue.issues?.[0]?.message) || issue.message;

/** The node of a path, or of the nearest parent that is there (a missing field has no line of its own). */
function nearest(tree: Node, path: (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.parent?.type === 'property' ? node.parent : node;
  }
  return tree;
}
