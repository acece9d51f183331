import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const cache = new Map<string, string>();

const read = (path: string): string => {
  const known = cache.get(path);
  if (known !== undefined) return known;
  const source = stripTypeScriptTypes(readFileSync(new URL(path, import.meta.url), 'utf8'));
  const plain = source.replace(/^import [\s\S]*?;$/gm, '').replace(/^export (?=const )/gm, '');
  cache.set(path, plain);
  return plain;
};

/** Joins modules, in the order given, to one classic script that calls `entry(config)`. */
export const pageScript = (paths: readonly string[], entry: string, config: unknown): string => {
  // `<` cannot close the script element where the text is inlined.
  const argument = JSON.stringify(config).replaceAll('<', '\\u003c');
  return `(function () {\n'use strict';\n${paths.map(read).join('\n')}\n${entry}(${argument});\n})();\n`;
};
