import vm from 'node:vm';
import { build } from 'vite';

/** A page's world: the few names that a recorder takes, made within the page's own realm, and an ordinary global. */
const REALM = `
class EventTarget {
  #listeners = [];
  addEventListener(type, run) { store(this ?? globalThis).push({ type, run }); }
  dispatchEvent(event) {
    const target = this ?? globalThis;
    event.target = event.script ?? target;
    for (const { type, run } of [...store(target)]) {
      if (type === event.type && !event.stopped) run.call(target, event);
    }
    return !event.defaultPrevented;
  }
}
const stores = new WeakMap();
const store = (target) => stores.get(target) ?? (stores.set(target, []), stores.get(target));
class Event {
  constructor(type, init) { Object.assign(this, { detail: null, relatedTarget: null, defaultPrevented: false }, init); this.type = type; }
  stopImmediatePropagation() { this.stopped = true; }
  preventDefault() { if (this.cancelable) this.defaultPrevented = true; }
}
class CustomEvent extends Event {}
class MouseEvent extends Event {}
class FocusEvent extends Event {}
class MessageEvent extends Event {
  #data;
  constructor(type, { data }) { super(type); this.#data = data; }
  get data() { return this.#data; }
}
class Window extends EventTarget {}
class Element { getAttribute() { return null; } matches() { return false; } }
class Document extends EventTarget { readyState = 'loading'; querySelector() { return null; } }
/** Run by hand, each as [run, ms]. */
const timers = [];
const setTimeout = (run, ms) => timers.push([run, ms]);
const posted = [], postedTo = [];
function postMessage(message) {
  if (globalThis.fails) throw new TypeError('gone');
  posted.push(message);
  postedTo.push(this);
}
const named = Object.create(EventTarget.prototype);
Object.setPrototypeOf(Window.prototype, named);
Object.setPrototypeOf(globalThis, Window.prototype);
Object.assign(globalThis, { EventTarget, Event, CustomEvent, FocusEvent, MessageEvent, MouseEvent, Window, Element, Document, document: new Document(), setTimeout, timers, postMessage, posted, postedTo, top: globalThis, window: globalThis, self: globalThis, named });
`;

let bundle: Promise<string> | undefined;

/** The recorder as it is shipped: one plain script. */
function recorderScript(): Promise<string> {
  bundle ??= build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: 'utils/page/recorder.ts', formats: ['iife'], name: 'lib' } },
  }).then((built) => {
    const [output] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[];
    return output?.output[0]?.code ?? '';
  });
  return bundle;
}

export async function openPage(before = '') {
  const page = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const run = (code: string): unknown => vm.runInContext(code, page);
  run(`(() => {${REALM}})()`);
  run(before);
  const script = await recorderScript();
  const start = (table: object, finds: object = {}) =>
    run(`(() => {${script}; return lib.startRecorder(${JSON.stringify(table)}, ${JSON.stringify(finds)})})()`);
  /** With tables as code of the page: patterns do not pass through JSON. */
  const startWith = (table: string, finds: string) =>
    run(`(() => {${script}; return lib.startRecorder(${table}, ${finds})})()`);
  return { run, start, startWith };
}
