// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { FOUND, HELLO } from './line';
import { type ScoutGlobal, startScout } from './scout';

const world = globalThis as ScoutGlobal;
const found = (kind: string) => world.solventLine?.dispatchEvent(new CustomEvent(FOUND, { detail: kind }));

describe('the scout', () => {
  it('hands its line over', () => {
    const hello = vi.fn();
    window.addEventListener(HELLO, hello, { once: true });
    startScout(() => undefined);
    expect(hello).toHaveBeenCalledOnce();
    expect(hello.mock.calls[0]?.[0].relatedTarget).toBe(world.solventLine);
  });

  it('passes on what is found, and again when asked', () => {
    const tell = vi.fn();
    startScout(tell);
    world.solventAgain?.();
    expect(tell).not.toHaveBeenCalled();
    found('recaptcha');
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
    world.solventAgain?.();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('touches nothing of the document', () => {
    const listen = vi.spyOn(document, 'addEventListener');
    const create = vi.spyOn(document, 'createElement');
    startScout(() => undefined);
    expect(listen).not.toHaveBeenCalled();
    expect(create).not.toHaveBeenCalled();
  });
});
