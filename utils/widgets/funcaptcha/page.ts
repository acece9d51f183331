import { type Greeter, type Recorder, SEEN } from '../../page/line';
import { guard } from './enforcement';
import type { Enforcement } from './enforcement-config';
import { createHold } from './hold';
import { hostedWidgets } from './hosted';
import { keyInTrace, scriptSource } from './keys';
import { legacyWidgets } from './legacy-page';
import type { Guarded, Question } from './question';
import { hideChallenge } from './view';

const methods = ['setConfig', 'run', 'reset'] as const;

const isEnforcement = (value: unknown): value is Enforcement =>
  typeof value === 'object' &&
  value !== null &&
  methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');

/**
 * The page may have set a callback anew since the recorder saw it: where a component was mounted twice, the script of the
 * first is out of the document, and nobody hears of its load. One that is recorded already is met twice, which is no harm.
 */
function watchCallbacks(greet: Greeter): void {
  const page = window as unknown as Record<string, unknown>;
  for (const { src, dataset } of document.querySelectorAll('script')) {
    const name = scriptSource(src) && dataset['callback'];
    const callback = name && page[name];
    if (typeof callback !== 'function') continue;
    page[name as string] = new Proxy(callback as () => unknown, {
      apply: (target, self, args: unknown[]) =>
        greet(args, () => Reflect.apply(target, self, args), new Error().stack ?? ''),
    });
  }
}

/** The page's world, for FunCaptcha: stands between the page and what the vendor hands to it. */
export function funcaptchaPage(recorder: Recorder): (question: Question, element: Element | null) => unknown {
  const later = window.setTimeout.bind(window) as typeof setTimeout;
  const cancel = window.clearTimeout.bind(window) as typeof clearTimeout;
  const byKey = new Map<string, Guarded>();
  const known = new WeakSet<object>();
  const changed = () => recorder.say(SEEN, 'funcaptcha');
  const newHold = () => createHold(later, cancel, changed);
  const legacy = legacyWidgets({ newHold, changed });
  const hosted = hostedWidgets(changed);

  /** Which key an enforcement object is of: by who called; else the script that has called nobody yet. */
  function keyOf(trace: string): string | undefined {
    const keys = [...document.querySelectorAll('script')].flatMap(({ src }) => scriptSource(src)?.key ?? []);
    return keyInTrace(trace) ?? keys.find((key) => !byKey.has(key)) ?? keys[0];
  }

  function meet(api: unknown, trace: string): void {
    if (!isEnforcement(api) || known.has(api)) return;
    const key = keyOf(trace);
    if (!key) return;
    known.add(api);
    byKey.set(key, guard(api, { key, hold: newHold(), later, changed, hide: hideChallenge }));
    changed();
  }

  recorder.greet = (args, go, trace) => {
    try {
      meet(args[0], trace);
      legacy.watchConstructor();
    } catch {
      // An object that cannot be guarded: the page works as if we were not there.
    }
    return go();
  };
  legacy.watchConstructor();
  watchCallbacks(recorder.greet);
  for (const [args, go, trace] of recorder.held.splice(0))
    try {
      recorder.greet(args, go, trace);
    } catch (error) {
      // The page's own: neither the next one's nor the other page parts' business.
      reportError(error);
    }

  // Before any handler of the page, which may stop the event; what follows happens after all of them.
  window.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element) for (const widget of byKey.values()) widget.pressed(target);
    },
    true,
  );

  function widgetOf({ key }: Question, element: Element): Guarded | null {
    if (key) return byKey.get(key) ?? null;
    return element instanceof HTMLIFrameElement ? hosted.of(element) : legacy.of(element);
  }

  return (question, element) => {
    const widget = element && widgetOf(question, element);
    if (!widget) return null;
    if (question.op === 'describe') {
      widget.heard();
      return widget.facts();
    }
    if (question.op === 'deliver') return widget.deliver(question.token);
    if (question.op === 'hold') return widget.hold(question.keep);
    return widget.prepare() ? widget.facts() : null;
  };
}
