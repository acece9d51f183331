// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHold, HELD_MS } from './hold';
import { legacyWidgets } from './legacy-page';

type Options = { callback(token: string): void; data?: unknown };
type Made = { refresh_session(): void; token: string };

const page = window as unknown as Record<string, unknown> & { FunCaptcha: (options: object) => Made };
const began = vi.fn();
const callback = vi.fn();
let options: Options[] = [];
/** The vendor's, which works with `new` and without. */
function Vendor(given: Options): Made {
  began();
  options.push(given);
  return { refresh_session: began, token: 'T' };
}
const PLACE = '<div id="here"></div>';
const here = () => document.getElementById('here') as Element;
const legacy = () =>
  legacyWidgets({ newHold: () => createHold(setTimeout, clearTimeout, () => {}), changed: () => {} });

beforeEach(() => {
  vi.useFakeTimers();
  began.mockClear();
  callback.mockClear();
  options = [];
  page['FunCaptcha'] = Vendor as typeof page.FunCaptcha;
  document.body.innerHTML = PLACE;
});
afterEach(() => void vi.useRealTimers());

function constructed(more: object = {}, how: 'new' | 'call' = 'new') {
  const widgets = legacy();
  widgets.watchConstructor();
  const given = { public_key: 'K', target_html: 'here', callback, ...more };
  const Constructor = page.FunCaptcha as unknown as new (options: object) => Made;
  const made = how === 'new' ? new Constructor(given) : page.FunCaptcha(given);
  const widget = widgets.of(here());
  if (!widget) throw new Error('not seen');
  return { made, widget, widgets };
}

describe('a widget that the page constructs', () => {
  it.each(['new', 'call'] as const)('is seen (%s), and the vendor has it at once', (how) => {
    const { made, widget } = constructed({}, how);
    expect(began).toHaveBeenCalledOnce();
    expect(made.token).toBe('T');
    expect(widget.facts()).toMatchObject({ key: 'K', executed: true, shown: true });
    options[0]?.callback('theirs');
    expect(callback).toHaveBeenCalledExactlyOnceWith('theirs');
  });

  it('has another session by refresh_session', () => {
    const { made, widget } = constructed();
    widget.deliver('ours');
    made.refresh_session();
    expect(began).toHaveBeenCalledTimes(2);
    expect(widget.facts().answered).toBe(false);
    expect(widget.deliver('more')).toBe(true);
  });

  it('with a one-time value waits, and goes to the vendor after a moment', () => {
    const { made } = constructed({ data: { blob: 'B' } });
    expect(began).not.toHaveBeenCalled();
    vi.advanceTimersByTime(HELD_MS);
    expect(began).toHaveBeenCalledOnce();
    expect(options[0]).toMatchObject({ data: { blob: 'B' } });
    expect(made.token).toBe('T');
    made.refresh_session();
    expect(began).toHaveBeenCalledTimes(2);
  });

  it('answered before the vendor had it: it begins with another session, and is heard', () => {
    const { made, widget } = constructed({ data: { blob: 'B' } });
    widget.deliver('ours');
    vi.advanceTimersByTime(HELD_MS);
    expect(began).not.toHaveBeenCalled();
    made.refresh_session();
    expect(began).toHaveBeenCalledOnce();
    options[0]?.callback('theirs');
    expect(callback.mock.calls).toEqual([['ours'], ['theirs']]);
  });

  it('the constructor is stood before once, and options that are none are the vendor’s business', () => {
    const { widgets } = constructed();
    const watched = page['FunCaptcha'];
    widgets.watchConstructor();
    expect(page['FunCaptcha']).toBe(watched);
    page.FunCaptcha(null as unknown as object);
    expect(options.at(-1)).toBeNull();
  });

  it('is the last one where only the script stands for it', () => {
    const { widgets, widget } = constructed();
    expect(widgets.of(document.createElement('script'))).toBe(widget);
    expect(legacy().of(document.createElement('script'))).toBeNull();
  });
});

describe('a widget of the markup', () => {
  it('is read from its attributes, once, and its callback goes by us', () => {
    page['done'] = callback;
    document.body.innerHTML = '<div id="here" data-pkey="K" data-callback="done"></div>';
    const widgets = legacy();
    const widget = widgets.of(here());
    expect(widget?.facts()).toMatchObject({ key: 'K', executed: true });
    expect(widgets.of(here())).toBe(widget);
    widget?.deliver('ours');
    (page['done'] as (token: string) => void)('theirs');
    expect(callback).toHaveBeenCalledExactlyOnceWith('ours');
  });

  it('with a one-time value has spent it by then', () => {
    document.body.innerHTML = '<div id="here" data-pkey="K" data-blob="B"></div>';
    const widget = legacy().of(here());
    expect(widget?.facts()).toMatchObject({ blob: 'B', held: false });
    expect(widget?.prepare()).toBe(false);
  });
});
