// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { clientAt, clientsOf, homes, idsIn } from './clients';

type Bag = Record<string, unknown>;
const world = window as unknown as Bag;
const setClients = (clients: unknown) => {
  world['___grecaptcha_cfg'] = { fns: [], render: ['explicit'], count: 1, clients };
};
const options = (over: Bag = {}) => ({ sitekey: 'KEY', size: 'normal', theme: 'light', ...over });

/** A window of another origin: whatever is touched throws. */
const foreign = () =>
  new Proxy(
    {},
    {
      get: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
      has: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
      ownKeys: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    },
  );

let box: HTMLElement;

beforeEach(() => {
  document.body.replaceChildren();
  delete world['___grecaptcha_cfg'];
  box = document.createElement('div');
  document.body.append(box);
});

describe('clientAt', () => {
  it.each<[string, () => unknown]>([
    ['two levels, one letter', () => ({ id: 0, L: { L: options(), b: box } })],
    ['two levels, two letters', () => ({ aa: { l: options() }, Qx: box })],
    ['options beside nodes and windows', () => ({ W: foreign(), P: { P: options(), w: foreign(), n: box } })],
    ['four levels', () => ({ a: { b: { c: { d: options() } } }, n: box })],
    ['flat', () => ({ ...options(), container: box })],
    ['flat, without a size', () => ({ sitekey: 'KEY', container: box })],
  ])('%s', (_, client) => {
    setClients({ 0: client() });
    const found = clientAt(window, 0);
    // Not by `toEqual`: it would walk through the window to what throws.
    expect(found?.home === window && found.id === 0).toBe(true);
    expect(found?.options['sitekey']).toBe('KEY');
    expect(found?.elements).toEqual([box]);
  });

  it('finds the elements', () => {
    setClients({ 0: { L: { L: options(), b: box }, badge: document.body } });
    expect(clientAt(window, 0)?.elements).toEqual([document.body, box]);
  });

  it('ends on circles', () => {
    const client: Bag = { n: box };
    client['self'] = client;
    client['L'] = { back: client, L: options({ client }) };
    setClients({ 0: client });
    expect(clientAt(window, 0)?.options['sitekey']).toBe('KEY');
  });

  it('ends on a giant, and does not follow the nodes and windows in it', () => {
    let touched = 0;
    const wide = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [
        `k${index}`,
        {
          get x() {
            touched++;
            return 1;
          },
        },
      ]),
    );
    setClients({ 0: { L: { L: options() }, wide, window } });
    expect(clientAt(window, 0)?.options['sitekey']).toBe('KEY');
    expect(touched).toBeLessThan(6_000);
  });

  it('passes members whose getters throw', () => {
    const client = {
      get trap(): unknown {
        throw new Error('trap');
      },
    };
    setClients({ 0: { a: client, L: { L: options() } } });
    expect(clientAt(window, 0)?.options['sitekey']).toBe('KEY');
  });

  it.each<[string, unknown]>([
    ['no clients', undefined],
    ['clients that are no object', 'explicit'],
    ['another id', { 1: { L: options() } }],
    ['no site key', { 0: { L: { size: 'normal' } } }],
    ['a site key that is no text', { 0: { L: { sitekey: 7, size: 'normal' } } }],
    ['null', { 0: null }],
  ])('knows nothing of %s', (_, clients) => {
    setClients(clients);
    expect(clientAt(window, 0)).toBeNull();
  });

  it('knows isolated clients by their number', () => {
    setClients({ 0: { L: { L: options({ sitekey: 'A' }) } }, 100000: { L: { L: options({ sitekey: 'B' }) } } });
    expect(idsIn(window)).toEqual([0, 100_000]);
    expect(clientAt(window, 100_000)?.options['sitekey']).toBe('B');
  });
});

describe('homes', () => {
  it('is every window that has the vendor', () => {
    expect(homes()).toEqual([]);
    setClients({});
    expect(homes()).toEqual([window]);
  });

  it('passes windows of other origins', () => {
    setClients({});
    Object.defineProperty(window, 'parent', { value: foreignTop(), configurable: true });
    try {
      expect(homes()).toEqual([window]);
    } finally {
      Object.defineProperty(window, 'parent', { value: window, configurable: true });
    }
  });

  const foreignTop = () => {
    const top: Window = new Proxy({} as Window, {
      get(_, name) {
        if (name === 'parent') return top;
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    return top;
  };

  it.each([
    ['a text', 'explicit'],
    ['null', null],
  ])('passes a state that is %s', (_, state) => {
    world['___grecaptcha_cfg'] = state;
    expect(homes()).toEqual([]);
    expect(idsIn(window)).toEqual([]);
  });
});

describe('clientsOf', () => {
  it('reads elements, ids and the path of the API', () => {
    box.id = 'box';
    const calls = [
      { path: 'grecaptcha.render', args: [box, options()], result: 0 },
      { path: 'grecaptcha.enterprise.render', args: ['box', options()], result: 1 },
      { path: 'grecaptcha.render', args: ['gone', options()], result: 2 },
      { path: 'grecaptcha.render', args: [options()], result: 100_000 },
      { path: 'grecaptcha.render', args: [box], result: 3 },
      { path: 'grecaptcha.render', args: [box], result: undefined },
      { path: 'grecaptcha.execute', args: [0], result: 0 },
    ];
    expect(clientsOf(calls).map(({ id, enterprise, elements }) => [id, enterprise, elements.length])).toEqual([
      [0, false, 1],
      [1, true, 1],
      [2, false, 0],
      [100_000, false, 0],
      [3, false, 1],
    ]);
  });
});
