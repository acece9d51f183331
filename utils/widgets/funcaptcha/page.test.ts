// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeVendor } from '../../../test/fakes/enforcement';
import { fakeRecorder } from '../../../test/fakes/page-recorder';
import type { Greeter } from '../../page/line';
import { funcaptchaPage } from './page';
import type { PageFacts, Question } from './question';

const KEYS = [1, 2].map((nth) => `5A4DB0C5-000${nth}-4A11-8C0D-A2C05E5A4DB0`) as [string, string];
const page = window as unknown as Record<string, unknown>;
const trace = (key: string) => `Error\n at https://client-api.arkoselabs.com/v2/${key}/api.js:1:1`;

/** Scripts that do not load here. */
function scripts(keys: readonly string[]): Element[] {
  document.body.innerHTML = keys.map(() => '<script data-callback="setup"></script>').join('');
  const all = [...document.querySelectorAll('script')];
  for (const [nth, script] of all.entries())
    Object.defineProperty(script, 'src', { value: `https://client-api.arkoselabs.com/v2/${keys[nth]}/api.js` });
  return all;
}

function opened(held: Parameters<Greeter>[] = []) {
  const recorder = fakeRecorder({ held, say: vi.fn() });
  const answer = funcaptchaPage(recorder);
  const ask = (question: Question, element: Element | undefined) =>
    answer(question, element ?? null) as PageFacts | null;
  return { recorder, ask, greet: recorder.greet as Greeter };
}

beforeEach(() => {
  delete page['setup'];
});

describe('what a vendor hands to the page', () => {
  it('is met, and then handed over: before the page part was there, and after', () => {
    const [first, second] = scripts(KEYS);
    const went: string[] = [];
    const { ask, greet } = opened([[[fakeVendor().api], () => went.push('first'), trace(KEYS[0])]]);
    greet([fakeVendor().api], () => went.push('second'), trace(KEYS[1]));
    expect(went).toEqual(['first', 'second']);
    expect(ask({ op: 'describe', key: KEYS[0] }, first)).toMatchObject({ answered: false });
    expect(ask({ op: 'describe', key: KEYS[1] }, second)).toMatchObject({ answered: false });
  });

  it('belongs to the key whose script calls, and without a trace to the one that has called nobody yet', () => {
    const [first, second] = scripts(KEYS);
    const { ask, greet } = opened();
    greet([fakeVendor().api], () => {}, trace(KEYS[1]));
    expect(ask({ op: 'describe', key: KEYS[0] }, first)).toBeNull();
    greet([fakeVendor().api], () => {}, '');
    expect(ask({ op: 'describe', key: KEYS[0] }, first)).not.toBeNull();
    expect(ask({ op: 'deliver', key: KEYS[0], token: 'T' }, first)).toBe(true);
    expect(ask({ op: 'describe', key: KEYS[1] }, second)?.answered).toBe(false);
  });

  it('goes its way where it is no API, or one that cannot be guarded', () => {
    const [script] = scripts([KEYS[0]]);
    const { ask, greet } = opened();
    const go = vi.fn();
    for (const api of [null, 'api', { run() {} }, fakeVendor(Object.freeze).api]) greet([api], go, trace(KEYS[0]));
    expect(go).toHaveBeenCalledTimes(4);
    expect(ask({ op: 'describe', key: KEYS[0] }, script)).toBeNull();
  });

  it('that the page fails at is the page’s error, and the next one’s turn comes', () => {
    scripts(KEYS);
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const next = vi.fn();
    const failing = () => {
      throw new Error('of the page');
    };
    opened([
      [[fakeVendor().api], failing, trace(KEYS[0])],
      [[fakeVendor().api], next, trace(KEYS[1])],
    ]);
    expect(reported).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'of the page' }));
    expect(next).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('by a function that was set anew since the recorder saw it is met too', () => {
    const [script] = scripts([KEYS[0]]);
    const setup = vi.fn();
    page['setup'] = setup;
    const { ask } = opened();
    const { api } = fakeVendor();
    (page['setup'] as (api: unknown) => void)(api);
    expect(setup).toHaveBeenCalledExactlyOnceWith(api);
    expect(ask({ op: 'describe', key: KEYS[0] }, script)).toMatchObject({ executed: false });
  });
});

it('a trigger’s click begins the check, after the page’s handlers', () => {
  vi.useFakeTimers();
  scripts([KEYS[0]]);
  const { greet } = opened();
  const { api, calls } = fakeVendor();
  greet([api], () => {}, trace(KEYS[0]));
  document.body.insertAdjacentHTML('beforeend', '<button id="go">Go</button>');
  api.setConfig({ selector: '#go' });
  document.getElementById('go')?.click();
  expect(calls).toEqual(['setConfig']);
  vi.advanceTimersByTime(0);
  expect(calls).toEqual(['setConfig', 'run']);
  vi.useRealTimers();
});
