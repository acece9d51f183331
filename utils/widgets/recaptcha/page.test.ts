// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeRecorder } from '../../../test/fakes/page-recorder';
import type { Hooks } from '../../page/hooks';
import type { Call, Hook } from '../../page/line';
import { recaptchaPage } from './page';

type Bag = Record<string, unknown>;
const world = window as unknown as Bag;

/** A page whose vendor has drawn `widgets`, and the page part on it. */
function opened(widgets: { id: number; options?: Bag; attributes?: string }[], calls: Call[] = []) {
  const clients: Bag = {};
  const fields = new Map<number, HTMLTextAreaElement>();
  // Not in the order of the document.
  for (const { id, options, attributes = '' } of widgets) {
    const name = id ? `g-recaptcha-response-${id}` : 'g-recaptcha-response';
    document.body.insertAdjacentHTML(
      'afterbegin',
      `<div ${attributes}><div><textarea id="${name}" name="g-recaptcha-response"></textarea></div></div>`,
    );
    const container = document.body.firstElementChild as HTMLElement;
    fields.set(id, container.querySelector('textarea') as HTMLTextAreaElement);
    clients[id] = {
      Qa: { Zb: { sitekey: `KEY${id}`, size: 'normal', ...options }, c: container },
      body: document.body,
    };
  }
  world['___grecaptcha_cfg'] = { clients };
  const hooks: Hooks = {};
  const answer = recaptchaPage(fakeRecorder({ calls }), hooks);
  const field = (id: number) => fields.get(id) ?? null;
  const hook = (path: string, original: () => unknown, ...args: unknown[]) => (hooks[path] as Hook)(args, original);
  return {
    field,
    hook,
    describe: (id: number) => answer({ op: 'describe' }, field(id)) as Bag | null,
    deliver: (id: number, token = 'TOKEN') => answer({ op: 'deliver', token }, field(id)),
    expire: (id: number, token = 'TOKEN') => answer({ op: 'expire', token }, field(id)),
    getResponse: (...args: unknown[]) => hook('grecaptcha.getResponse', () => '', ...args),
  };
}

beforeEach(() => {
  document.body.replaceChildren();
  delete world['___grecaptcha_cfg'];
});

describe('describe', () => {
  it('tells each field its own widget, though ids are not in the order of the document', () => {
    const page = opened([{ id: 0 }, { id: 1, options: { action: 'login', s: 'S' } }, { id: 100_000 }]);
    expect(page.describe(0)).toEqual({ websiteKey: 'KEY0', score: false, executed: false });
    expect(page.describe(1)).toEqual({ websiteKey: 'KEY1', action: 'login', s: 'S', score: false, executed: false });
    expect(page.describe(100_000)).toMatchObject({ websiteKey: 'KEY100000' });
  });

  it('knows a score widget', () => {
    const page = opened([{ id: 100_000, options: { 'promise-callback': () => undefined } }]);
    expect(page.describe(100_000)).toMatchObject({ score: true });
  });

  it('lets the words of the page win', () => {
    const page = opened([{ id: 0, options: { action: 'kept' } }], []);
    const container = page.field(0)?.parentElement?.parentElement;
    const asked = opened(
      [{ id: 0, options: { action: 'kept' } }],
      [{ path: 'grecaptcha.render', args: [container, { action: 'asked' }], result: 0 }],
    );
    expect(asked.describe(0)).toMatchObject({ websiteKey: 'KEY0', action: 'asked' });
  });

  it('knows nothing of a page without clients', () => {
    const page = opened([]);
    document.body.innerHTML = '<textarea></textarea>';
    expect(page.describe(7)).toBeNull();
  });
});

describe('deliver', () => {
  it('calls the callback of its own widget once, after getResponse can answer', () => {
    const order: unknown[] = [];
    const other = vi.fn();
    const page = opened([
      { id: 0, options: { callback: other } },
      { id: 1, options: { callback: (token: string) => order.push(token, page.getResponse(1)) } },
    ]);
    page.deliver(1);
    expect(order).toEqual(['TOKEN', 'TOKEN']);
    expect(other).not.toHaveBeenCalled();
    expect(page.getResponse(0)).toBe('');
    expect(page.getResponse()).toBe('');
  });

  it.each(['Solved-1234-uuid', 'a.b', 'then()', '0'])(
    'takes the text %j for the name of a property, never for code',
    (name) => {
      const callback = vi.fn();
      world[name] = callback;
      const page = opened([{ id: 0, options: { callback: name } }]);
      page.deliver(0);
      delete world[name];
      expect(callback).toHaveBeenCalledExactlyOnceWith('TOKEN');
    },
  );

  it.each([undefined, null, 7, {}, 'nobody'])('does without a callback: %j', (callback) => {
    const page = opened([{ id: 0, options: { callback } }]);
    expect(page.deliver(0)).toBe(true);
    expect(page.getResponse(0)).toBe('TOKEN');
    expect(page.getResponse()).toBe('TOKEN');
  });

  it('reads data-callback', () => {
    const callback = vi.fn();
    world['done'] = callback;
    opened([{ id: 0, attributes: 'class="g-recaptcha" data-callback="done"' }]).deliver(0);
    delete world['done'];
    expect(callback).toHaveBeenCalledExactlyOnceWith('TOKEN');
  });

  it('settles the promise of execute, once', async () => {
    const page = opened([{ id: 0 }]);
    const promise = page.hook('grecaptcha.execute', () => new Promise(() => undefined));
    expect(page.describe(0)).toMatchObject({ executed: true });
    page.deliver(0);
    await expect(promise).resolves.toBe('TOKEN');
    expect(page.describe(0)).toMatchObject({ executed: false });
  });

  it('settles the promise although the callback throws', async () => {
    const page = opened([
      {
        id: 0,
        options: {
          callback: () => {
            throw new Error('the page');
          },
        },
      },
    ]);
    const promise = page.hook('grecaptcha.execute', () => new Promise(() => undefined), 0);
    try {
      page.deliver(0);
    } catch {
      // The page's own fault, shown where the page's faults are shown.
    }
    await expect(promise).resolves.toBe('TOKEN');
  });
});

describe('hooks', () => {
  it('leave v3 alone', () => {
    const page = opened([{ id: 0 }]);
    const promise = Promise.resolve('score');
    expect(page.hook('grecaptcha.execute', () => promise, 'SITEKEY', { action: 'a' })).toBe(promise);
    expect(page.hook('grecaptcha.execute', () => promise, 0, { action: 'a' })).toBe(promise);
    expect(page.describe(0)).toMatchObject({ executed: false });
  });

  it('give what the vendor gives where it gives no promise, and let it win', () => {
    const page = opened([{ id: 0 }]);
    expect(page.hook('grecaptcha.execute', () => undefined)).toBeUndefined();
    page.deliver(0);
    expect(page.hook('grecaptcha.getResponse', () => 'THEIRS', 0)).toBe('THEIRS');
  });

  it('pass the rejection of execute on', async () => {
    const page = opened([{ id: 0 }]);
    const promise = page.hook('grecaptcha.execute', () => Promise.reject(new Error('no')));
    await expect(promise).rejects.toThrow('no');
  });

  it('forget the answer on reset, of that widget only', () => {
    const page = opened([{ id: 0 }, { id: 1 }]);
    page.deliver(0, 'A');
    page.deliver(1, 'B');
    page.hook('grecaptcha.reset', () => undefined, 1);
    expect([page.getResponse(0), page.getResponse(1)]).toEqual(['A', '']);
    page.hook('grecaptcha.reset', () => undefined);
    expect(page.getResponse(0)).toBe('');
  });
});

describe('expire', () => {
  it('takes its own answer back and tells the page once', () => {
    const expired = vi.fn();
    const page = opened([{ id: 0, options: { 'expired-callback': expired } }]);
    page.deliver(0);
    page.expire(0, 'ANOTHER');
    expect(page.getResponse(0)).toBe('TOKEN');
    page.expire(0);
    page.expire(0);
    expect(page.getResponse(0)).toBe('');
    expect(expired).toHaveBeenCalledExactlyOnceWith();
  });
});
