/** The enforcement object that the vendor hands to the page (fact sheet of widgets, 4.1). */
export interface Enforcement {
  setConfig(config: Config): unknown;
  getConfig?(): Config;
  run(): unknown;
  reset(): unknown;
}

export type Config = Record<string, unknown>;

export const EVENTS = [
  'onReady',
  'onShow',
  'onShown',
  'onSuppress',
  'onCompleted',
  'onReset',
  'onHide',
  'onError',
  'onFailed',
] as const;
export type EventName = (typeof EVENTS)[number];

export const isInline = ({ mode }: Config): boolean => mode === 'inline';

export const selectorOf = ({ selector }: Config): string | undefined =>
  typeof selector === 'string' && selector ? selector : undefined;

export function blobOf({ data }: Config): string | undefined {
  const blob = (data as { blob?: unknown } | undefined)?.blob;
  return typeof blob === 'string' && blob ? blob : undefined;
}

/** What `onCompleted` gets. */
export const completed = (token: string) => ({ token, completed: true, suppressed: false, error: null });
