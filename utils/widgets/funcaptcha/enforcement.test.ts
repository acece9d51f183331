// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeVendor, guarded } from '../../../test/fakes/enforcement';
import { HELD_MS, KEPT_MS } from './hold';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const blob = (value: string) => ({ data: { blob: value } });

describe('a widget without a one-time value', () => {
  it('is left to the vendor, call by call', () => {
    const { api, vendor, page } = guarded({ mode: 'lightbox' });
    api.run();
    expect(vendor.calls).toEqual(['setConfig', 'run']);
    vendor.says('onReady');
    vendor.says('onCompleted', { token: 'theirs' });
    expect(page.heard).toEqual(['onReady', 'onCompleted theirs']);
  });

  it('says what it is, when it is shown, and when it is solved', () => {
    const { vendor, widget } = guarded({ selector: '#go' });
    expect(widget.facts()).toEqual({
      executed: false,
      held: false,
      answered: false,
      shown: false,
      inline: false,
      selector: '#go',
    });
    vendor.says('onShown');
    expect(widget.facts()).toMatchObject({ shown: true, executed: true });
    vendor.says('onCompleted', { token: 't' });
    expect(widget.facts()).toMatchObject({ shown: false, answered: true });
    expect(widget.prepare()).toBe(false);
    expect(widget.deliver('ours')).toBe(false);
  });

  it('takes an answer once, and the vendor is not heard again until reset', () => {
    const { api, vendor, page, widget } = guarded({});
    api.run();
    vendor.says('onShown');
    expect(widget.prepare()).toBe(true);
    expect(widget.deliver('ours')).toBe(true);
    expect(widget.deliver('again')).toBe(false);
    for (const event of ['onCompleted', 'onHide', 'onError', 'onFailed'] as const) vendor.says(event, { token: 'x' });
    expect(page.heard).toEqual(['onShown ', 'onCompleted ours', 'onHide ours']);
    expect(page.answers).toEqual([{ token: 'ours', completed: true, suppressed: false, error: null }]);
    api.reset();
    expect(widget.facts().answered).toBe(false);
    vendor.says('onCompleted', { token: 'theirs' });
    expect(page.heard.at(-1)).toBe('onCompleted theirs');
  });

  it('is begun by its trigger, after the handlers of the page', () => {
    document.body.innerHTML = '<button id="go"><b>Go</b></button>';
    const { vendor, widget } = guarded({ selector: '#go' });
    expect(vendor.given['selector']).toBeUndefined();
    widget.pressed(document.querySelector('b') as Element);
    widget.pressed(document.body);
    expect(vendor.calls).toEqual(['setConfig']);
    vi.advanceTimersByTime(0);
    expect(vendor.calls).toEqual(['setConfig', 'run']);
  });

  it('shows the page its own configuration', () => {
    const onReady = () => {};
    const { api } = guarded({ selector: '#go', onReady });
    expect(api.getConfig?.()).toMatchObject({ selector: '#go', onReady });
  });

  it('does not hide the callback that fails', () => {
    const { widget, vendor } = guarded({
      onCompleted: () => {
        throw new Error('of the page');
      },
    });
    vendor.says('onShown');
    expect(() => widget.deliver('ours')).toThrow('of the page');
    expect(widget.facts().answered).toBe(true);
  });
});

describe('a one-time value', () => {
  it.each([
    ['run', { mode: 'lightbox' }, ['setConfig']],
    ['the configuration of an inline widget', { mode: 'inline', selector: '#box' }, []],
  ])('makes %s wait, and for a moment only', (_, config, before) => {
    const { api, vendor, widget } = guarded({ ...config, ...blob('B') });
    if (config.mode === 'lightbox') api.run();
    expect(vendor.calls).toEqual(before);
    expect(widget.facts()).toMatchObject({ held: true, executed: true, blob: 'B' });
    vi.advanceTimersByTime(HELD_MS - 1);
    expect(vendor.calls).toEqual(before);
    vi.advanceTimersByTime(1);
    expect(vendor.calls).toEqual(
      [config.mode === 'lightbox' ? 'setConfig' : '', config.mode === 'lightbox' ? 'run' : 'setConfig'].filter(Boolean),
    );
    expect(vendor.given).toMatchObject(blob('B'));
    expect(widget.facts()).toMatchObject({ held: false, executed: true });
    // Spent: nobody may pay for it.
    expect(widget.prepare()).toBe(false);
  });

  it('waits for the answer once somebody is at work, and the vendor never has it', () => {
    const { api, vendor, page, widget } = guarded(blob('B'));
    api.run();
    expect(widget.prepare()).toBe(true);
    vi.advanceTimersByTime(KEPT_MS - 1);
    expect(vendor.calls).toEqual(['setConfig']);
    widget.deliver('ours');
    vi.advanceTimersByTime(2 * KEPT_MS);
    expect(vendor.calls).toEqual(['setConfig']);
    expect(page.heard).toEqual(['onCompleted ours']);
  });

  it('waits a moment more once the agent has heard of it, and no longer', () => {
    const { api, vendor, widget } = guarded(blob('B'));
    api.run();
    vi.advanceTimersByTime(HELD_MS - 1);
    widget.heard();
    vi.advanceTimersByTime(HELD_MS - 1);
    widget.heard();
    expect(vendor.calls).toEqual(['setConfig']);
    vi.advanceTimersByTime(1);
    expect(vendor.calls).toEqual(['setConfig', 'run']);
    // What is kept stays so.
    api.setConfig(blob('C'));
    widget.prepare();
    api.run();
    widget.heard();
    vi.advanceTimersByTime(KEPT_MS - 1);
    expect(vendor.calls).toEqual(['setConfig', 'run', 'setConfig']);
  });

  it('goes its way where the work came to nothing, or nobody is there any more', () => {
    for (const end of [
      (w: ReturnType<typeof guarded>['widget']) => w.hold(false),
      () => vi.advanceTimersByTime(KEPT_MS),
    ]) {
      const { api, vendor, widget } = guarded(blob('B'));
      api.run();
      widget.prepare();
      end(widget);
      expect(vendor.calls).toEqual(['setConfig', 'run']);
    }
  });

  it('may be prepared before anything has begun: then the call waits when it comes', () => {
    const { api, vendor, widget } = guarded(blob('B'));
    expect(widget.prepare()).toBe(true);
    api.run();
    vi.advanceTimersByTime(HELD_MS);
    expect(vendor.calls).toEqual(['setConfig']);
  });

  it('that comes with a later configuration counts, and the earlier ones stay', () => {
    const { api, widget } = guarded({ selector: '#go', ...blob('A') });
    api.setConfig(blob('B'));
    expect(widget.facts()).toMatchObject({ blob: 'B', selector: '#go' });
  });

  it('is new after reset, in a lightbox', () => {
    const { api, vendor, widget } = guarded(blob('A'));
    api.run();
    widget.prepare();
    widget.deliver('first');
    api.reset();
    api.setConfig(blob('B'));
    expect(widget.facts()).toMatchObject({ blob: 'B', executed: false, held: false, answered: false });
    api.run();
    expect(widget.facts().held).toBe(true);
    vi.advanceTimersByTime(HELD_MS);
    expect(vendor.calls).toEqual(['setConfig', 'reset', 'setConfig', 'run']);
  });

  it.each([
    ['before', ['setConfig', 'reset']],
    ['after', ['reset', 'setConfig']],
  ] as const)('is new after reset, inline: it comes %s it', (_, order) => {
    const { api, vendor, page, widget } = guarded({ mode: 'inline', selector: '#box', ...blob('A') });
    widget.prepare();
    widget.deliver('first');
    for (const name of order) name === 'reset' ? api.reset() : api.setConfig(blob('B'));
    expect(widget.facts()).toMatchObject({ blob: 'B', held: true, answered: false });
    expect(vendor.calls).toEqual([]);
    vi.advanceTimersByTime(HELD_MS);
    expect(vendor.calls).toEqual(['setConfig']);
    expect(vendor.given).toMatchObject(blob('B'));
    expect(page.heard).toEqual(['onCompleted first', 'onReset ']);
  });

  it('of an inline widget that has begun by itself: reset waits for the next one', () => {
    const { api, vendor, page, widget } = guarded({ mode: 'inline', selector: '#box', ...blob('A') });
    vi.advanceTimersByTime(HELD_MS);
    api.reset();
    api.setConfig(blob('B'));
    expect(vendor.calls).toEqual(['setConfig']);
    widget.hold(false);
    expect(vendor.calls).toEqual(['setConfig', 'setConfig', 'reset']);
    vi.advanceTimersByTime(0);
    vendor.says('onReset');
    expect(page.heard).toEqual(['onReset ']);
  });

  it('that a task has used is not held for another', () => {
    const { api, vendor, widget } = guarded(blob('A'));
    api.run();
    widget.prepare();
    widget.deliver('first');
    api.run();
    expect(vendor.calls).toEqual(['setConfig', 'run']);
    expect(widget.facts()).toMatchObject({ executed: true, held: false, answered: false });
    expect(widget.prepare()).toBe(false);
  });
});

it.each([
  ['inline', false],
  ['lightbox', true],
])('met after its configuration (%s): what has begun is spent, and a call that comes still waits', (mode, held) => {
  const vendor = fakeVendor();
  const onCompleted = vi.fn();
  vendor.api.setConfig({ mode, ...blob('B'), onCompleted });
  const widget = vendor.guard();
  if (held) vendor.api.run();
  expect(widget.facts()).toMatchObject({ blob: 'B', executed: true, held });
  expect(widget.prepare()).toBe(held);
  widget.deliver('ours');
  vendor.says('onCompleted', { token: 'theirs' });
  expect(onCompleted).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ token: 'ours' }));
});

it("an object that cannot be changed is the vendor's alone", () => {
  expect(() => fakeVendor(Object.freeze).guard()).toThrow();
});
