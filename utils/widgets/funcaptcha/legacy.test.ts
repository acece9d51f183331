// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHold, HELD_MS, KEPT_MS } from './hold';
import { guardLegacy, type LegacyOptions } from './legacy';

const callback = vi.fn();
const changed = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  callback.mockClear();
  document.body.innerHTML = '<div id="here"></div>';
});
afterEach(() => void vi.useRealTimers());

function guarded(options: LegacyOptions = {}) {
  const hold = createHold(setTimeout, clearTimeout, changed);
  return { hold, ...guardLegacy({ public_key: 'K', target_html: 'here', callback, ...options }, { hold, changed }) };
}

describe('a legacy widget', () => {
  it.each([
    ['by id', () => 'here'],
    ['by element', () => document.getElementById('here')],
  ])('has its place %s', (_, place) =>
    expect(guarded({ target_html: place() }).widget.target()).toBe(document.getElementById('here')),
  );

  it('is shown once begun, and solved by the vendor', () => {
    const { widget, begin, hears } = guarded();
    expect(widget.facts()).toEqual({ key: 'K', executed: false, held: false, answered: false, shown: false });
    begin();
    expect(widget.facts()).toMatchObject({ executed: true, shown: true });
    expect(widget.prepare()).toBe(true);
    hears('theirs');
    expect(callback).toHaveBeenCalledExactlyOnceWith('theirs');
    expect(widget.facts()).toMatchObject({ answered: true, shown: false });
    expect(widget.deliver('ours')).toBe(false);
  });

  it('takes an answer once, and the vendor is not heard until another session', () => {
    const { widget, begin, hears, anew } = guarded();
    begin();
    expect(widget.deliver('ours')).toBe(true);
    expect(widget.deliver('again')).toBe(false);
    hears('theirs');
    expect(callback).toHaveBeenCalledExactlyOnceWith('ours');
    anew();
    expect(widget.facts()).toMatchObject({ answered: false, shown: true });
    hears('theirs');
    expect(callback).toHaveBeenLastCalledWith('theirs');
  });

  it('has a callback by name, and a text that is more than a name is none', () => {
    const page = window as unknown as Record<string, unknown>;
    page['done'] = callback;
    guarded({ callback: 'done' }).widget.deliver('ours');
    guarded({ callback: 'done()' }).widget.deliver('more');
    expect(callback).toHaveBeenCalledExactlyOnceWith('ours');
    delete page['done'];
  });

  it('gets its fields where the vendor has drawn none, before the page is told', () => {
    const { widget } = guarded({
      callback: () => callback(document.querySelector<HTMLInputElement>('#FunCaptcha-Token')?.value),
    });
    widget.deliver('ours');
    expect(callback).toHaveBeenCalledExactlyOnceWith('ours');
    expect(document.querySelectorAll('#here > input')).toHaveLength(2);
    guarded().widget.deliver('second');
    expect(document.querySelectorAll('input')).toHaveLength(2);
  });

  it.each([
    ['an object', { blob: 'B' }],
    ['a text', 'B'],
  ])('has a one-time value, as %s: held for a task, and spent by it', (_, data) => {
    const { widget, hold } = guarded({ data });
    const go = vi.fn();
    hold.wait(go);
    expect(widget.facts()).toMatchObject({ blob: 'B', held: true, executed: true });
    expect(widget.prepare()).toBe(true);
    vi.advanceTimersByTime(KEPT_MS - 1);
    widget.deliver('ours');
    vi.advanceTimersByTime(KEPT_MS);
    expect(go).not.toHaveBeenCalled();
    expect(widget.facts().held).toBe(false);
  });

  it('whose value the vendor has spent is not for us', () => {
    const { widget, hold, begin } = guarded({ data: { blob: 'B' } });
    hold.wait(begin);
    vi.advanceTimersByTime(HELD_MS);
    expect(widget.facts()).toMatchObject({ executed: true, held: false });
    expect(widget.prepare()).toBe(false);
  });
});
