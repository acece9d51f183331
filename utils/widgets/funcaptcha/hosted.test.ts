// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostedWidgets } from './hosted';
import type { Guarded } from './question';

const KEY = '5A4DB0C5-0001-4A11-8C0D-A2C05E5A4DB0';
const ORIGIN = 'https://iframe.arkoselabs.com';

/** A window of its own, as no frame loads here. */
const inside = {} as Window;
const heard: string[] = [];
const listen = ({ data }: MessageEvent) => void heard.push(data as string);
const frame = (query = '') => {
  const made = document.createElement('iframe');
  // Ahead of its address, or it would be loaded.
  document.body.append(made);
  Object.defineProperty(made, 'src', { value: `${ORIGIN}/${KEY}/index.html${query}` });
  Object.defineProperty(made, 'contentWindow', { value: inside });
  return made;
};

const changed = vi.fn();
let hosted: ReturnType<typeof hostedWidgets>;
beforeEach(() => {
  changed.mockClear();
  heard.length = 0;
  // Before any listener of the page.
  hosted = hostedWidgets(changed);
  window.addEventListener('message', listen);
});
afterEach(() => {
  window.removeEventListener('message', listen);
  document.body.innerHTML = '';
});

const says = (eventId: string, payload: object = {}, from: { origin?: string; source?: Window } = {}) => {
  const data = JSON.stringify({ eventId, publicKey: KEY, payload });
  window.dispatchEvent(new MessageEvent('message', { data, origin: ORIGIN, source: inside, ...from }));
};
const widget = (query = '') => hosted.of(frame(query)) as Guarded;

describe('the hosted page', () => {
  it('tells when its challenge is shown and its session', () => {
    const shown = widget();
    says('challenge-loaded');
    expect(shown.facts()).toMatchObject({ executed: true, shown: false, answered: false });
    says('challenge-shown', { sessionToken: 'S' });
    expect(shown.facts()).toMatchObject({ shown: true, session: 'S' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it.each(['challenge-complete', 'challenge-suppressed'])('%s: there is nothing to do', (eventId) => {
    const done = widget();
    says(eventId);
    expect(done.facts().answered).toBe(true);
    expect(done.prepare()).toBe(false);
    expect(done.deliver('T')).toBe(false);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another frame', { source: {} as Window }],
  ])('is not spoken for by %s', (_, from) => {
    const other = widget();
    says('challenge-complete', {}, from);
    expect(other.facts().answered).toBe(false);
    expect(heard).toHaveLength(1);
  });

  it('is not upset by what is no message of its own', () => {
    const calm = widget();
    for (const data of ['{', 'null', 7, { eventId: 'challenge-complete' }])
      window.dispatchEvent(new MessageEvent('message', { data, origin: ORIGIN, source: inside }));
    expect(calm.facts().answered).toBe(false);
  });

  it('has an answer delivered in its name, once; its own is not heard then, until it loads anew', () => {
    const ours = widget();
    expect(ours.deliver('T')).toBe(true);
    expect(ours.deliver('again')).toBe(false);
    says('challenge-complete', { sessionToken: 'theirs' });
    expect(heard.map((data) => JSON.parse(data) as unknown)).toEqual([
      { eventId: 'challenge-complete', publicKey: KEY, payload: { sessionToken: 'T' } },
    ]);
    says('challenge-loaded');
    expect(ours.facts().answered).toBe(false);
    says('challenge-complete', { sessionToken: 'theirs' });
    expect(heard).toHaveLength(3);
  });

  it('has spent the value in its address', () => {
    const blob = widget('?data=B%2B');
    expect(blob.facts()).toMatchObject({ blob: 'B+', held: false });
    expect(blob.prepare()).toBe(false);
  });

  it('is no other frame', () => {
    const other = document.createElement('iframe');
    expect(hosted.of(other)).toBeNull();
  });
});
