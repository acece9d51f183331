// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBadge, spot } from './badge';

const rect = (over: Partial<DOMRect>): DOMRect =>
  ({ left: 8, top: 100, right: 312, bottom: 178, width: 304, height: 78, ...over }) as DOMRect;
const room = (width: number) => vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(width);
afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.querySelectorAll(':scope > div').forEach((host) => {
    host.remove();
  });
});

describe('spot', () => {
  it('is right of the widget, in the middle, where there is room', () => {
    room(800);
    expect(spot(rect({}), 150, 32)).toEqual({ left: 320, top: 123, inside: false });
  });

  it('is in the lower right corner of the widget where there is none', () => {
    room(320);
    expect(spot(rect({}), 150, 32)).toEqual({ left: 312, top: 178, inside: true });
  });

  it('stays within a widget that is wide or high enough, whatever it has to say', () => {
    room(320);
    expect(spot(rect({}), 304, 60).inside).toBe(true);
    expect(spot(rect({ right: 172, width: 164, height: 144 }), 150, 32).inside).toBe(true);
  });

  it.each<[string, Partial<DOMRect>, number, object]>([
    ['at its left edge', { right: 158, width: 150 }, 155, { left: 8, top: 64, inside: false }],
    ['within the page', { left: 160, right: 310, width: 150 }, 200, { left: 120, top: 64, inside: false }],
    ['and not left of the page', { right: 158, width: 150 }, 400, { left: 0, top: 64, inside: false }],
    [
      'unless there is no room above',
      { top: 20, bottom: 70, right: 158, width: 150 },
      200,
      { left: 158, top: 70, inside: true },
    ],
  ])('is above a picture that it would hide, %s', (_, face, width, at) => {
    room(320);
    expect(spot(rect({ height: 50, ...face }), width, 32)).toEqual(at);
  });
});

describe('the badge', () => {
  const hosts = () => document.documentElement.querySelectorAll(':scope > div');

  it('is in the page only while it has something to show, and leaves no trace', () => {
    const badge = createBadge(() => undefined);
    expect(hosts()).toHaveLength(0);
    badge.show({ show: 'working', text: 'Solving', since: Date.now() });
    expect(hosts()).toHaveLength(1);
    badge.show({ show: 'nothing' });
    expect(hosts()).toHaveLength(0);
    badge.show({ show: 'offer', text: 'Solve' });
    badge.remove();
    expect(hosts()).toHaveLength(0);
  });

  it('shows nothing of itself to the page', () => {
    createBadge(() => undefined).show({ show: 'problem', text: 'Told.', advice: 'Do.', retry: true });
    const [host] = hosts();
    expect(host?.shadowRoot).toBeNull();
    expect(host?.textContent).toBe('');
  });

  it('takes no room in the layout', () => {
    createBadge(() => undefined).show({ show: 'offer', text: 'Solve' });
    const style = hosts()[0]?.getAttribute('style') ?? '';
    expect(style).toMatch(/position:\s*absolute\s*!important/);
    expect(style).toMatch(/width:\s*0(px)?\s*!important/);
  });
});
