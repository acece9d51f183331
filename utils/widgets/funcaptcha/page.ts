import type { Hooks } from '../../page/hooks';
import type { Recorder } from '../../page/line';
import { guard } from './enforcement';
import type { Enforcement } from './enforcement-config';
import { createHold } from './hold';
import { keyInTrace, scriptSource } from './keys';
import type { Guarded, PageFacts, Question } from './question';
import { hideChallenge } from './view';

const methods = ['setConfig', 'run', 'reset'] as const;

const isEnforcement = (value: unknown): value is Enforcement =>
  typeof value === 'object' &&
  value !== null &&
  methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');

/** The page's world, for FunCaptcha: stands between the page and what the vendor hands to it. */
export function funcaptchaPage(
  recorder: Recorder,
  _hooks: Hooks,
): (question: Question, element: Element | null) => unknown {
  const { setTimeout: later, clearTimeout: cancel } = window;
  const byKey = new Map<string, Guarded>();
  const known = new WeakSet<object>();
  const changed = () => recorder.tell('funcaptcha');

  /** Which key an enforcement object is of: by who called; else the script that has called nobody yet. */
  function keyOf(trace: string): string | undefined {
    const keys = [...document.querySelectorAll('script')].flatMap(({ src }) => scriptSource(src)?.key ?? []);
    return keyInTrace(trace) ?? keys.find((key) => !byKey.has(key)) ?? keys[0];
  }

  function meet(api: unknown, trace: string): void {
    const key = isEnforcement(api) && !known.has(api) ? keyOf(trace) : undefined;
    if (!key || !isEnforcement(api)) return;
    known.add(api);
    byKey.set(key, guard(api, { key, hold: createHold(later, cancel, changed), later, changed, hide: hideChallenge }));
    changed();
  }

  recorder.greet = (args, go, trace) => {
    try {
      meet(args[0], trace);
    } catch {
      // An object that cannot be guarded: the page works as if we were not there.
    }
    return go();
  };
  for (const [args, go, trace] of recorder.held.splice(0)) recorder.greet(args, go, trace);

  // Before any handler of the page, which may stop the event; what follows happens after all of them.
  window.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element) for (const widget of byKey.values()) widget.pressed(target);
    },
    true,
  );

  return (question) => {
    const widget = byKey.get(question.key ?? '');
    if (!widget) return null;
    if (question.op === 'describe') return widget.facts();
    if (question.op === 'deliver') return widget.deliver(question.token);
    if (question.op === 'hold') return widget.hold(question.keep);
    return widget.prepare() ? (widget.facts() satisfies PageFacts) : null;
  };
}
