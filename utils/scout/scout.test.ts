// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FOUND, type Found, HELLO } from '../page/line';
import { startRuled } from './ruled';
import { type ScoutGlobal, startScout } from './scout';

const world = globalThis as ScoutGlobal;

/** A page of its own, with a recorder that takes the line. */
function start() {
  const tell = vi.fn();
  const id = { id: 'ours' as string | undefined };
  const sendMessage = ({ what }: { what: Found[] }) => Promise.resolve(tell(what));
  vi.stubGlobal('chrome', { runtime: Object.assign(id, { sendMessage }) });
  const taken: EventTarget[] = [];
  const recorder = new AbortController();
  window.addEventListener(HELLO, (event) => taken.push((event as FocusEvent).relatedTarget as EventTarget), recorder);
  startScout();
  recorder.abort();
  const [line] = taken;
  return {
    tell,
    id,
    taken,
    line,
    found: (what: string) => line?.dispatchEvent(new CustomEvent(FOUND, { detail: what })),
  };
}

beforeEach(() => {
  delete world.solventLine;
  delete world.solventAgain;
});

describe('the scout', () => {
  it('hands the recorder a line, and leaves it for the agent', () => {
    const { line, taken, tell } = start();
    expect(taken).toHaveLength(1);
    expect(world.solventLine).toBe(line);
    expect(tell).not.toHaveBeenCalled();
  });

  it('passes on what is found', () => {
    const { tell, found } = start();
    found('recaptcha');
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha']);
    found('frames');
    expect(tell).toHaveBeenLastCalledWith(['recaptcha', 'frames']);
    found('frames');
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('tells again where another one comes, which is then at its end', () => {
    const { tell, found, line } = start();
    const other = start();
    expect(tell).not.toHaveBeenCalled();
    found('recaptcha');
    const third = start();
    expect(tell).toHaveBeenCalledTimes(2);
    expect(other.taken.length + third.taken.length).toBe(0);
    expect(third.tell).not.toHaveBeenCalled();
    expect(world.solventLine).toBe(line);
  });

  it('keeps it to itself while the page is prerendered, and tells it once when it is looked at', () => {
    const page = document as { prerendering?: boolean };
    page.prerendering = true;
    const { tell, found } = start();
    found('recaptcha');
    found('frames');
    world.solventAgain?.();
    expect(tell).not.toHaveBeenCalled();
    page.prerendering = false;
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(tell).toHaveBeenCalledExactlyOnceWith(['recaptcha', 'frames']);
    found('recaptcha');
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('is silent once the extension was reloaded: another one is there', () => {
    const { tell, id, found } = start();
    id.id = undefined;
    found('recaptcha');
    expect(tell).not.toHaveBeenCalled();
  });

  it('has found a picture on sites that have rules for them', () => {
    const { tell } = start();
    startRuled();
    expect(tell).toHaveBeenCalledExactlyOnceWith(['image']);
  });

  it('listens to nothing but its line, and touches no document', () => {
    const ofWindow = vi.spyOn(window, 'addEventListener');
    const listen = vi.spyOn(document, 'addEventListener');
    const query = vi.spyOn(document, 'querySelector');
    start();
    // The recorder's, of this test.
    expect(ofWindow.mock.calls.map(([type]) => type)).toEqual([HELLO]);
    expect(listen).not.toHaveBeenCalled();
    expect(query).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
