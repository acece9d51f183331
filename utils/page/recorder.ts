import type { ApiTable, Find } from '../widgets/find';
import { watchArrivals } from './arrivals';
import { type Call, FOUND, FRAMES, HELLO, type Recorder, SEEN } from './line';
import {
  add,
  apply,
  create,
  defineProperty,
  dispatch,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  keys,
  later,
  listen,
  NativeError,
  NativeEvent,
  NativeProxy,
  post,
  setPrototypeOf,
  stopImmediatePropagation,
} from './natives';

type Setter = (this: unknown, value: unknown) => void;
type Shape = ApiTable[string] | typeof GREETED;

/** The shape of a function of the page that a vendor's script calls. */
const GREETED = 0;
/** Fails open: no page part has come to see what the vendor hands over (design section 3). */
const HELD_MS = 150;

/**
 * Records the calls that the page makes to the vendors' APIs, from a table of names (design section 3). Runs in the
 * page's world before any of its scripts; until the vendor's script sets a global, nothing but `in` can tell.
 */
export function startRecorder(table: ApiTable, finds: Readonly<Record<string, Find>>): void {
  const say = (target: EventTarget, type: string, detail: unknown) =>
    apply(dispatch, target, [new NativeEvent(type, { detail })]);

  /** API objects and methods that are ours already. */
  const known = new WeakSet<object>();
  const calls: Call[] = [];
  const held: Recorder['held'] = [];
  const found: string[] = [];
  let line: EventTarget | undefined;

  // A literal without a prototype: what the page puts on every object is neither handed this nor taken for a part of it.
  const recorder = {
    __proto__: null,
    calls,
    held,
    watch: (api, path) => watchShape(api, path, table[path] as ApiTable),
    hear(type, run) {
      if (line) apply(listen, line, [type, run]);
    },
    say(type, detail) {
      if (line) say(line, type, detail);
    },
  } as Recorder;
  const tell = (path: string) => recorder.say(SEEN, path);
  const appeared = (path: string) => {
    tell(path);
    seen(path);
  };

  function recorded(original: object, path: string, keep: boolean): object {
    return proxied(original, {
      apply(target, self, args: unknown[]) {
        const vendor = () => apply(target as () => unknown, self, args);
        // Before the vendor draws, which takes as long as it takes to bring the agent here.
        if (keep) seen(path);
        const result = recorder.pass ? recorder.pass(path, args, vendor) : vendor();
        if (keep) {
          // A page that calls in a loop must not make us grow without end; it is the first widgets that matter.
          if (calls.length < 1_000) calls[calls.length] = { path, args, result };
          tell(path);
        }
        return result;
      },
    });
  }

  /** A function of the page that is called by a vendor's script. */
  const greeted = (original: object): object =>
    proxied(original, {
      apply(target, self, args: unknown[]) {
        let gone = false;
        const go = () => {
          if (gone) return;
          gone = true;
          return apply(target as () => unknown, self, args);
        };
        const trace = new NativeError().stack as string;
        if (recorder.greet) return recorder.greet(args, go, trace);
        held[held.length] = [args, go, trace];
        later(go, HELD_MS);
      },
    });

  function proxied(original: object, handler: ProxyHandler<object>): object {
    const proxy = new NativeProxy(original, handler);
    apply(add, known, [proxy]);
    return proxy;
  }

  const isKnown = (value: object) => apply(has, known, [value]) as boolean;

  /** Value as the page will find it: functions recorded, API objects watched, all else untouched. */
  function adopted(value: unknown, path: string, shape: Shape): unknown {
    try {
      if (typeof shape !== 'object') {
        if (typeof value !== 'function' || isKnown(value)) return value;
        return shape === GREETED ? greeted(value) : recorded(value, path, shape);
      }
      if (value && typeof value === 'object') watchShape(value, path, shape);
    } catch {
      // Something that throws when it is looked at: the page's own business.
    }
    return value;
  }

  /** Waits for `name` on everything below `hatch`: an accessor that steps aside once the value is set. */
  function await_(hatch: object, name: string, path: string, shape: Shape): void {
    const below = getPrototypeOf(hatch);
    const set: Setter = function (value) {
      defineProperty((this ?? window) as object, name, {
        value: adopted(value, path, shape),
        writable: true,
        enumerable: true,
        configurable: true,
      });
      // Set, not called: that alone is no widget.
      appeared(`${path}=`);
    };
    defineProperty(hatch, name, {
      // Elements with this id or name stay reachable as the page expects (named access on the window).
      get: () => (below ? get(below, name) : undefined),
      set,
      configurable: true,
    });
  }

  function watchShape(api: object, path: string, shape: ApiTable): void {
    const again = isKnown(api);
    apply(add, known, [api]);
    const hatch = create(getPrototypeOf(api)) as object;
    for (const name of keys(shape)) {
      const own = getOwnPropertyDescriptor(api, name);
      const part = shape[name] as ApiTable[string];
      if (!own) again || await_(hatch, name, `${path}.${name}`, part);
      else if (own.configurable && own.value)
        defineProperty(api, name, { ...own, value: adopted(own.value, `${path}.${name}`, part) });
    }
    again || setPrototypeOf(api, hatch);
  }

  /** The isolated world has come: with its page, or because something was found. The last one counts (an update). */
  function take(scout: EventTarget): void {
    line = scout;
    recorder.taken?.();
    for (const kind of found) say(line, FOUND, kind);
    // We may have come late ourselves, into a page that was open.
    seen('');
  }

  /** In a frame without a scout the page in the tab, which has one from the start, is asked to have some sent. */
  function report(what: string): void {
    try {
      if (line) say(line, FOUND, what);
      else if (top !== window) apply(post, top, [HELLO, '*']);
    } catch {
      // The frame is gone.
    }
  }

  if (top === window) {
    const { get: data } = getOwnPropertyDescriptor(MessageEvent.prototype, 'data') as PropertyDescriptor;
    apply(listen, window, [
      'message',
      (event: Event) => {
        try {
          if (apply(data as () => unknown, event, []) !== HELLO) return;
          apply(stopImmediatePropagation, event, []);
          report(FRAMES);
        } catch {
          // An event of the page's that has this name and is no message.
        }
      },
      true,
    ]);
  }
  apply(listen, window, [
    HELLO,
    (event: Event) => {
      apply(stopImmediatePropagation, event, []);
      const install = (event as CustomEvent<unknown>).detail;
      const scout = (event as FocusEvent).relatedTarget;
      if (typeof install === 'function') apply(install as () => void, undefined, [recorder]);
      else if (scout) take(scout);
    },
    true,
  ]);

  function stand(name: string, shape: Shape): void {
    const own = getOwnPropertyDescriptor(window, name);
    // There before us: the extension was installed or enabled on an open page, or it is the page's own function.
    if (own?.value) defineProperty(window, name, { ...own, value: adopted(own.value, name, shape) });
    else await_(Window.prototype, name, name, shape);
    // Not a function of the page: it was found by the very look that this would start anew.
    if (own && shape !== GREETED) appeared(`${name}=`);
  }

  const seen = watchArrivals(
    finds,
    (kind) => {
      found[found.length] = kind;
      report(kind);
    },
    (name) => stand(name, GREETED),
  );

  for (const name in table) stand(name, table[name] as Shape);
}
