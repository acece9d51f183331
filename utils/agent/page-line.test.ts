// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ASK, REPLY, SEEN, SUBJECT } from '../page/line';
import { openPageLine } from './page-line';

function opened() {
  const line = document.createElement('a');
  const seen: string[] = [];
  const end = new AbortController();
  const ask = openPageLine(line, (path) => seen.push(path), end.signal);
  return { line, seen, end, ask };
}

describe('a question', () => {
  it('names its element, and is answered at once', () => {
    const { line, ask } = opened();
    let subject: unknown;
    line.addEventListener(SUBJECT, (event) => {
      subject = (event as MouseEvent).relatedTarget;
    });
    line.addEventListener(ASK, (event) => {
      const detail = JSON.stringify({ heard: JSON.parse((event as CustomEvent<string>).detail) });
      line.dispatchEvent(new CustomEvent(REPLY, { detail }));
    });
    const field = document.createElement('textarea');
    expect(ask({ op: 'describe' }, field)).toEqual({ heard: { op: 'describe' } });
    expect(subject).toBe(field);
  });

  it('is null where nobody answers, or the page has broken the answer', () => {
    const { line, ask } = opened();
    expect(ask({ op: 'describe' }, null)).toBeNull();
    line.addEventListener(ASK, () => line.dispatchEvent(new CustomEvent(REPLY, { detail: '{broken' })));
    expect(ask({ op: 'describe' }, null)).toBeNull();
  });

  it('leaves no listener behind that would take the next answer', () => {
    const { line, ask } = opened();
    ask({ op: 'describe' }, null);
    line.dispatchEvent(new CustomEvent(REPLY, { detail: '"late"' }));
    expect(ask({ op: 'describe' }, null)).toBeNull();
  });
});

it('hears what the recorder saw, until the end', () => {
  const { line, seen, end } = opened();
  line.dispatchEvent(new CustomEvent(SEEN, { detail: 'grecaptcha.render' }));
  end.abort();
  line.dispatchEvent(new CustomEvent(SEEN, { detail: 'grecaptcha.reset' }));
  expect(seen).toEqual(['grecaptcha.render']);
});
