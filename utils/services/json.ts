/** Numbers that would lose digits, as values of `taskId`. An escaped quote before the name: part of a text. */
const HUGE_ID = /(?<!\\)("taskId"\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;
const MARK = '\uE000';

/** Whether a reviver is told how a number was written: Chrome 114, Firefox 135. */
const tellsSource = (() => {
  let told = false;
  JSON.parse('1', ((_key: string, _value: unknown, context?: { source?: string }) => {
    told = context?.source === '1';
  }) as (key: string, value: unknown) => unknown);
  return told;
})();

/**
 * JSON text to an object, or null. `taskId` becomes the JSON text that stood there: ids are opaque, and numbers above
 * 2^53 would lose digits as numbers (fact sheet of services, 1.4).
 */
export function parseObject(text: string, sources = tellsSource): Record<string, unknown> | null {
  const source = sources ? text : text.replace(HUGE_ID, `$1"${MARK}$2"`);
  try {
    const value: unknown = JSON.parse(source, function (this: unknown, key, item, context?: { source?: string }) {
      if (key !== 'taskId' || typeof item === 'object') return item;
      if (sources) return context?.source ?? JSON.stringify(item);
      return typeof item === 'string' && item.startsWith(MARK) ? item.slice(MARK.length) : JSON.stringify(item);
    } as (this: unknown, key: string, value: unknown) => unknown);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    // Not JSON, or nested beyond the stack: the caller says so in its own words.
    return null;
  }
}
