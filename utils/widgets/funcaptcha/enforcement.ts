import {
  blobOf,
  type Config,
  completed,
  type Enforcement,
  EVENTS,
  type EventName,
  isInline,
  selectorOf,
} from './enforcement-config';
import { type Hold, heldFor } from './hold';
import type { Guarded } from './question';

interface Deps {
  key: string;
  hold: Hold;
  later: typeof setTimeout;
  changed(): void;
  /** Takes the open challenge of this key out of sight; what it returns brings it back. */
  hide(key: string, selector: string | undefined): () => void;
}

/**
 * Stands before the vendor in one enforcement object, in place: the page may have it already. Its one-time value is good
 * for one session, and the vendor begins one with `run`, with the trigger's click, and inline as soon as it is configured
 * or reset: these wait while the value is there and unspent (fact sheet of services, 2.4).
 */
export function guard(api: Enforcement, { key, hold, later, changed, hide }: Deps): Guarded {
  const vendor = { setConfig: api.setConfig, getConfig: api.getConfig, run: api.run, reset: api.reset };
  /** As the page knows it, over successive calls. */
  let config: Config = {};
  let sent = false;
  /** The value that a session has used up, the vendor's or a task's. */
  let spent: string | undefined;
  /** There is a session, or was one that is over: another needs `reset`. */
  let running = false;
  let executed = false;
  let answered = false;
  /** By us: what the vendor says of its own session is of no interest until the next one. */
  let ours = false;
  let shown = false;
  let resetSaid = false;
  let late = false;
  let unhide = () => {};
  /** What waits. */
  const owed = { config: false, reset: false, run: false };

  const isFresh = () => blobOf(config) !== undefined && blobOf(config) !== spent;
  const call = (name: EventName, ...args: unknown[]): unknown => {
    const callback = config[name];
    return typeof callback === 'function' ? Reflect.apply(callback, config, args) : undefined;
  };

  /** Takes note of the vendor's events; whether the page hears of them. */
  function hears(name: EventName): boolean {
    if (name === 'onReset' && resetSaid) {
      resetSaid = false;
      return false;
    }
    if (name === 'onReady' || name === 'onReset') return true;
    if (ours) return false;
    if (name === 'onCompleted') answered = executed = true;
    if (name === 'onShown') shown = executed = true;
    if (name === 'onHide' || name === 'onCompleted') shown = false;
    return true;
  }
  const listeners = Object.fromEntries(
    EVENTS.map((name) => [
      name,
      (...args: unknown[]) => {
        const passes = hears(name);
        changed();
        return passes ? call(name, ...args) : undefined;
      },
    ]),
  );

  /** Without the selector of a trigger, whose click would start the vendor behind our back: `pressed` stands in. */
  function send(more: Config): unknown {
    const { selector: _, ...rest } = more;
    const place = isInline(config) && { selector: config['selector'] };
    sent = true;
    if (isInline(config)) begun();
    return vendor.setConfig.call(api, { ...rest, ...place, ...listeners });
  }

  function begun(): void {
    running = executed = true;
    spent = blobOf(config);
  }

  /** Makes up for what waited. */
  function go(): void {
    const { config: unsent, reset, run } = owed;
    Object.assign(owed, { config: false, reset: false, run: false });
    begun();
    if (unsent || !sent) send(config);
    if (reset) vendor.reset.call(api);
    if (run) vendor.run.call(api);
  }

  function anew(): void {
    ours = answered = shown = executed = false;
    unhide();
    unhide = () => {};
  }

  function setConfig(more: Config): unknown {
    const before = blobOf(config);
    config = { ...config, ...more };
    if (blobOf(config) !== before && !answered) executed = false;
    changed();
    if (isInline(config) && !running && isFresh()) {
      owed.config = true;
      return hold.wait(go);
    }
    // Answered before the vendor had heard of it: so it stays until `reset`.
    return running && !sent ? undefined : send(more);
  }

  function run(): unknown {
    if (answered) anew();
    if (isFresh() || hold.waits()) {
      owed.run = true;
      return hold.wait(go);
    }
    begun();
    changed();
    if (!sent) send(config);
    return vendor.run.call(api);
  }

  function reset(): unknown {
    anew();
    running = false;
    if (isInline(config) && blobOf(config) !== undefined) {
      // Pages bring the next value before or right after it.
      owed.reset = sent;
      resetSaid = sent;
      later(() => call('onReset'));
      return hold.wait(go);
    }
    owed.run = false;
    hold.drop();
    if (isInline(config)) begun();
    changed();
    return vendor.reset.call(api);
  }

  /** Met too late: the page has configured it. Its trigger is the vendor's then, but not `run`. */
  function catchUp(): void {
    const given = vendor.getConfig?.call(api) ?? {};
    if (!EVENTS.some((name) => name in given)) return;
    config = { ...given };
    sent = late = true;
    if (isInline(config)) begun();
    vendor.setConfig.call(api, listeners);
  }
  catchUp();

  Object.assign(api, {
    setConfig,
    run,
    reset,
    ...(vendor.getConfig && { getConfig: () => ({ ...vendor.getConfig?.call(api), ...config }) }),
  });

  return {
    facts() {
      const blob = blobOf(config);
      const selector = selectorOf(config);
      return {
        ...(blob !== undefined && { blob }),
        executed: executed || hold.waits(),
        held: hold.waits() && isFresh(),
        answered,
        shown,
        inline: isInline(config),
        ...(selector && { selector }),
      };
    },
    ...heldFor({ answered: () => answered, hasValue: () => blobOf(config) !== undefined, isFresh }, hold),
    deliver(token) {
      if (answered) return false;
      const visible = shown;
      hold.drop();
      Object.assign(owed, { config: false, reset: false, run: false });
      if (visible) unhide = hide(key, isInline(config) ? selectorOf(config) : undefined);
      begun();
      answered = ours = true;
      shown = false;
      changed();
      try {
        call('onCompleted', completed(token));
      } finally {
        // Not where the page began anew in its callback.
        if (visible && ours) call('onHide', completed(token));
      }
      return true;
    },
    pressed(target) {
      const selector = selectorOf(config);
      // Behind the page's own handlers, which may bring a new value first.
      if (selector && sent && !late && !isInline(config) && target.closest(selector)) later(run);
    },
  };
}
