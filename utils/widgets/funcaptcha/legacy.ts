import { type Hold, heldFor } from './hold';
import type { Guarded } from './question';

/** Of `new FunCaptcha(options)`, also called without `new` (fact sheet of widgets, 4.2). */
export interface LegacyOptions {
  public_key?: unknown;
  target_html?: unknown;
  callback?: unknown;
  data?: unknown;
}

export interface LegacyWidget extends Guarded {
  key: string | undefined;
  target(): Element | null;
}

interface Deps {
  hold: Hold;
  changed(): void;
}

const FIELDS = { 'FunCaptcha-Token': 'fc-token', 'verification-token': 'verification-token' };

const blobOf = ({ data }: LegacyOptions): string | undefined => {
  const blob = (data as { blob?: unknown } | undefined)?.blob ?? data;
  return typeof blob === 'string' && blob ? blob : undefined;
};

/** A function, or the name of one: never an expression. */
const called = (callback: unknown): unknown =>
  typeof callback === 'string' ? (window as unknown as Record<string, unknown>)[callback] : callback;

/** Pages commonly read the token from its field; where the vendor has drawn nothing yet, there is none. */
function ensureFields(target: Element | null, token: string): void {
  if (!target || document.querySelector('[name="fc-token"],[name="verification-token"]')) return;
  for (const [id, name] of Object.entries(FIELDS))
    target.append(Object.assign(document.createElement('input'), { type: 'hidden', id, name, value: token }));
}

/** A legacy widget: `options` as the page gave them. `hears` is the callback that its vendor is to have instead. */
export function guardLegacy(options: LegacyOptions, { hold, changed }: Deps) {
  const blob = blobOf(options);
  let begun = false;
  let answered = false;
  let ours = false;
  let spent = false;

  const target = () => {
    const { target_html: place } = options;
    if (typeof place === 'string') return document.getElementById(place);
    return place instanceof Element ? place : null;
  };
  const call = (...args: unknown[]) => {
    const callback = called(options.callback);
    return typeof callback === 'function' ? (callback as (...args: unknown[]) => unknown)(...args) : undefined;
  };
  const isFresh = () => blob !== undefined && !spent;

  const widget: LegacyWidget = {
    key: typeof options.public_key === 'string' ? options.public_key : undefined,
    target,
    facts: () => ({
      ...(widget.key !== undefined && { key: widget.key }),
      ...(blob !== undefined && { blob }),
      executed: begun || hold.waits(),
      held: hold.waits() && isFresh(),
      answered,
      shown: begun && !answered,
    }),
    ...heldFor({ answered: () => answered, hasValue: () => blob !== undefined, isFresh }, hold),
    deliver(token) {
      if (answered) return false;
      hold.drop();
      answered = ours = spent = true;
      ensureFields(target(), token);
      changed();
      call(token);
      return true;
    },
    pressed: () => {},
  };

  return {
    widget,
    blob,
    /** The vendor has begun, which spends the value. */
    begin() {
      begun = spent = true;
    },
    /** In place of the page's callback. */
    hears(...args: unknown[]): unknown {
      if (ours) return undefined;
      answered = true;
      changed();
      return call(...args);
    },
    /** `refresh_session`: another session. */
    anew() {
      answered = ours = false;
      changed();
    },
  };
}
