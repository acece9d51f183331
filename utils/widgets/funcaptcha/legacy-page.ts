import { passed } from '../../page/hooks';
import type { Hook } from '../../page/line';
import type { Hold } from './hold';
import { guardLegacy, type LegacyOptions, type LegacyWidget } from './legacy';

interface Deps {
  newHold(): Hold;
  changed(): void;
}

type Instance = Record<string, unknown>;

const isObject = (value: unknown): value is Instance => typeof value === 'object' && value !== null;

/** Legacy widgets: those that the page constructs, and those of the markup. */
export function legacyWidgets({ newHold, changed }: Deps) {
  const widgets: LegacyWidget[] = [];
  const declared = new WeakMap<Element, LegacyWidget>();

  const guarded = (options: LegacyOptions) => guardLegacy(options, { hold: newHold(), changed });

  /** Another session begins with this method of the vendor's object. */
  function refreshes(instance: unknown, anew: () => void): void {
    const original = isObject(instance) && instance['refresh_session'];
    if (typeof original !== 'function') return;
    (instance as Instance)['refresh_session'] = (...args: unknown[]) => {
      anew();
      return Reflect.apply(original, instance, args) as unknown;
    };
  }

  /** Stands for the vendor's object until there is one: after an answer of ours that is with another session. */
  function standIn(begin: () => unknown, anew: () => void): { object: object; start(): void } {
    let instance: Instance | undefined;
    const start = () => {
      const made = instance ?? begin();
      if (isObject(made)) instance = made;
    };
    const refresh = () => {
      anew();
      start();
    };
    const object = new Proxy({} as Instance, {
      get(own, name: string) {
        if (!instance) return name === 'refresh_session' ? refresh : own[name];
        const value = instance[name];
        return typeof value === 'function' ? (value.bind(instance) as unknown) : value;
      },
      set: (own, name: string, value) => Reflect.set(instance ?? own, name, value),
    });
    return { object, start };
  }

  const constructed: Hook = (args, original) => {
    const [options] = args;
    if (!isObject(options)) return original();
    const { widget, blob, begin, hears, anew, wait } = withHold(options);
    widgets.push(widget);
    args[0] = { ...options, callback: hears };
    const construct = () => {
      begin();
      const instance = original();
      refreshes(instance, anew);
      return instance;
    };
    if (blob === undefined) return construct();
    const { object, start } = standIn(construct, anew);
    wait(start);
    return object;
  };

  function withHold(options: LegacyOptions) {
    const hold = newHold();
    return { ...guardLegacy(options, { hold, changed }), wait: hold.wait };
  }

  const own = new WeakSet<object>();

  /** Stands before the vendor's constructor, which pages call with `new` and without. */
  function watchConstructor(): void {
    const page = window as unknown as Record<string, unknown>;
    const original = page['FunCaptcha'];
    if (typeof original !== 'function' || own.has(original)) return;
    const proxy = new Proxy(original as () => unknown, {
      apply: (target, self, args: unknown[]) => passed(constructed, args, () => Reflect.apply(target, self, args)),
      construct: (target, args: unknown[], as) =>
        passed(constructed, args, () => Reflect.construct(target, args, as) as unknown) as object,
    });
    own.add(proxy);
    page['FunCaptcha'] = proxy;
  }

  /** Of the markup: the vendor begins by itself, and calls the function that it names. */
  function declare(place: Element): LegacyWidget {
    const name = place.getAttribute('data-callback') ?? '';
    const page = window as unknown as Record<string, unknown>;
    const callback = page[name];
    const blob = place.getAttribute('data-blob');
    const { widget, begin, hears } = guarded({
      public_key: place.getAttribute('data-pkey') ?? undefined,
      target_html: place,
      callback,
      ...(blob && { data: { blob } }),
    });
    begin();
    if (typeof callback === 'function') page[name] = hears;
    declared.set(place, widget);
    return widget;
  }

  return {
    watchConstructor,
    of(element: Element): LegacyWidget | null {
      const made = widgets.findLast((widget) => widget.target() === element) ?? declared.get(element);
      if (made) return made;
      if (element.localName === 'script') return widgets.at(-1) ?? null;
      return declare(element);
    },
  };
}
