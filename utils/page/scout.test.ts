// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FOUND, LINE } from './line';
import { type ScoutGlobal, startScout } from './scout';

const world = globalThis as ScoutGlobal;
const found = (line: EventTarget, kind: string) => line.dispatchEvent(new CustomEvent(FOUND, { detail: kind }));
const handOver = (line: EventTarget) => window.dispatchEvent(new FocusEvent(LINE, { relatedTarget: line }));
const nothing = () => undefined;
const yes = () => true;

let leave: AbortController;
beforeEach(() => {
  // Each test is a page of its own, on which no earlier scout listens.
  leave = new AbortController();
  const listen = window.addEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation(((type: string, run: EventListener, capture: boolean) =>
    listen(type, run, { capture, signal: leave.signal })) as typeof window.addEventListener);
  delete world.solventLine;
  delete world.solventAgain;
});
afterEach(() => {
  leave.abort();
  vi.restoreAllMocks();
});

describe('the scout', () => {
  it('takes the first line it is handed, and no listener of the page hears of it', () => {
    const heard = vi.fn();
    const line = new EventTarget();
    startScout(nothing, yes);
    window.addEventListener(LINE, heard);
    handOver(line);
    handOver(new EventTarget());
    expect(world.solventLine).toBe(line);
    expect(heard).not.toHaveBeenCalled();
  });

  it('passes on what is found, and again when asked', () => {
    const tell = vi.fn();
    const line = new EventTarget();
    startScout(tell, yes);
    handOver(line);
    world.solventAgain?.();
    expect(tell).not.toHaveBeenCalled();
    found(line, 'recaptcha');
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
    world.solventAgain?.();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('keeps it to itself while the page is prerendered, and tells it once when it is looked at', () => {
    const tell = vi.fn();
    const line = new EventTarget();
    const page = document as { prerendering?: boolean };
    page.prerendering = true;
    startScout(tell, yes);
    handOver(line);
    found(line, 'recaptcha');
    world.solventAgain?.();
    expect(tell).not.toHaveBeenCalled();
    page.prerendering = false;
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
    found(line, 'recaptcha');
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('leaves the line to its successor once the extension was reloaded', () => {
    const line = new EventTarget();
    startScout(nothing, () => false);
    handOver(line);
    expect(world.solventLine).toBeUndefined();
    startScout(nothing, yes);
    handOver(line);
    expect(world.solventLine).toBe(line);
  });

  it('costs one listener and touches nothing of the document', () => {
    const listen = vi.spyOn(document, 'addEventListener');
    const create = vi.spyOn(document, 'createElement');
    startScout(nothing, yes);
    expect(window.addEventListener).toHaveBeenCalledTimes(1);
    expect(listen).not.toHaveBeenCalled();
    expect(create).not.toHaveBeenCalled();
  });
});
