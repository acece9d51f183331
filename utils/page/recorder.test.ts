import { describe, expect, it } from 'vitest';
import { openPage } from '../../test/fakes/page';
import { FINDS, GLOBALS } from '../widgets/found';

const TABLE = { ...GLOBALS, initGeetest: true };

/** Listens as the scout does: `lines` are those that it was handed, `seen` and `found` what was said on the first. */
const SCOUT = `{
  window.lines = []; window.seen = []; window.found = [];
  // Its world keeps its natives, whatever the page does.
  const listen = EventTarget.prototype.addEventListener;
  addEventListener('solvent-line', (event) => {
    event.stopImmediatePropagation();
    const line = event.relatedTarget;
    if (lines.push(line) > 1) return;
    listen.call(line, 'seen', (event) => seen.push(event.detail));
    listen.call(line, 'found', (event) => found.push(event.detail));
  });
}`;

/** A page with a recorder; `before` runs ahead of it, as on a page that was open already. */
async function opened(before = '') {
  const page = await openPage(before);
  page.run(SCOUT);
  page.start(TABLE, FINDS);
  page.run(`
    window.rec = undefined;
    window.take = () => { dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (rec = r), cancelable: true })); return rec; };
    take();`);
  return page.run;
}

const VENDOR = `
  window.vendor = { render: (...args) => { vendorCalls.push(args); return vendorCalls.length - 1; }, execute: () => 'E', getResponse: () => '', reset() {} };
  window.vendorCalls = [];
  window.grecaptcha = window.grecaptcha || {};
  Object.assign(grecaptcha, { ready: (f) => f(), ...vendor });`;

describe('before the vendor has come', () => {
  it.each([
    ['window.grecaptcha', undefined],
    ['typeof grecaptcha', 'undefined'],
    ['window.hasOwnProperty("grecaptcha")', false],
    ['Object.hasOwn(window, "grecaptcha")', false],
    ['Object.getOwnPropertyDescriptor(window, "grecaptcha")', undefined],
    ['Object.keys(window).includes("grecaptcha")', false],
    ['Object.getOwnPropertyNames(window).includes("grecaptcha")', false],
    ['(() => { for (const name in window) if (name === "grecaptcha") return true; return false; })()', false],
    ['delete window.grecaptcha', true],
    ['JSON.stringify({ a: window.grecaptcha })', '{}'],
    ['!!window.initGeetest', false],
  ])('%s is %j', async (code, value) => {
    expect((await opened())(code)).toEqual(value);
  });

  it('leaves named elements reachable', async () => {
    const run = await opened();
    run(`named.grecaptcha = 'the element'`);
    expect(run('window.grecaptcha')).toBe('the element');
    run('window.grecaptcha = 1');
    expect(run('window.grecaptcha')).toBe(1);
  });
});

describe('once something is set', () => {
  it.each([['undefined'], ['null'], ['7'], ['"text"'], ['() => 1'], ['{ a: 1 }']])(
    '%s is there as the page left it',
    async (value) => {
      const run = await opened();
      run(`window.value = ${value}; window.grecaptcha = value;`);
      expect(run('window.grecaptcha === value')).toBe(true);
      expect(run('Object.getOwnPropertyDescriptor(window, "grecaptcha")')).toMatchObject({
        writable: true,
        enumerable: true,
        configurable: true,
      });
      run('window.grecaptcha = 8');
      expect(run('window.grecaptcha')).toBe(8);
      expect(run('delete window.grecaptcha')).toBe(true);
      expect(run('window.grecaptcha')).toBeUndefined();
      expect(run('window.hasOwnProperty("grecaptcha")')).toBe(false);
    },
  );

  it('takes sloppy assignment, var, function and defineProperty', async () => {
    expect((await opened())('grecaptcha = { a: 1 }; grecaptcha.a')).toBe(1);
    expect((await opened())('var grecaptcha = grecaptcha || { a: 2 }; grecaptcha.a')).toBe(2);
    expect((await opened())('function grecaptcha() { return 3 } grecaptcha()')).toBe(3);
    expect((await opened())('Object.defineProperty(window, "grecaptcha", { get: () => 4 }); grecaptcha')).toBe(4);
    expect((await opened())('const grecaptcha = 5; grecaptcha')).toBe(5);
  });

  it('goes on after delete and a second load', async () => {
    const run = await opened();
    run(VENDOR);
    run(`grecaptcha.render('a'); delete window.grecaptcha; ${VENDOR} grecaptcha.render('b');`);
    expect(run('rec.calls.map((call) => call.args[0]).join()')).toBe('a,b');
  });
});

describe('calls', () => {
  it('are recorded with arguments and result, and pass through unchanged', async () => {
    const run = await opened();
    run(VENDOR);
    expect(run(`window.options = { sitekey: 'k' }; grecaptcha.render('box', options)`)).toBe(0);
    expect(run(`vendorCalls[0][0] === 'box' && vendorCalls[0][1] === options`)).toBe(true);
    expect(run('JSON.stringify(rec.calls)')).toBe(
      '[{"path":"grecaptcha.render","args":["box",{"sitekey":"k"}],"result":0}]',
    );
    expect(run('grecaptcha.execute()')).toBe('E');
  });

  it('keep this and new', async () => {
    const run = await opened();
    run(`window.grecaptcha = { render() { return this === grecaptcha; } };`);
    expect(run('grecaptcha.render()')).toBe(true);
  });

  it('are recorded for methods that come later, and for nested objects', async () => {
    const run = await opened();
    run(`window.grecaptcha = { ready() {} };`);
    expect(run('grecaptcha.render')).toBeUndefined();
    expect(run('Object.hasOwn(grecaptcha, "render")')).toBe(false);
    expect(run('Object.keys(grecaptcha).join()')).toBe('ready');
    run(`grecaptcha.render = () => 1; grecaptcha.render();
      grecaptcha.enterprise = {}; grecaptcha.enterprise.ready = () => 0;
      grecaptcha.enterprise.execute = () => 2; grecaptcha.enterprise.execute('k', { action: 'a' });`);
    expect(run('rec.calls.map(({ path, result }) => path + result).join()')).toBe(
      'grecaptcha.render1,grecaptcha.enterprise.execute2',
    );
    expect(run('Object.keys(grecaptcha).join()')).toBe('ready,render,enterprise');
  });

  it('are recorded on a stub of the page that the vendor completes', async () => {
    const run = await opened();
    run(`var stub = { ready(f) { this.queue = f } }; window.grecaptcha = stub;`);
    run(VENDOR);
    expect(run('grecaptcha === stub')).toBe(true);
    run('grecaptcha.render("x")');
    expect(run('rec.calls.length')).toBe(1);
  });

  it('are recorded where the vendor replaces a method of the stub', async () => {
    const run = await opened();
    run(`window.grecaptcha = { render() { throw new Error('too early') } };`);
    run(VENDOR);
    // Replaced in place, which no setter hears: the page part looks again before it asks.
    run('rec.watch(grecaptcha, "grecaptcha")');
    run('grecaptcha.render("x")');
    expect(run('rec.calls.length')).toBe(1);
  });

  it('are recorded when the page wraps a method', async () => {
    const run = await opened();
    run(VENDOR);
    run(
      'const original = grecaptcha.render; grecaptcha.render = (...args) => original(...args); grecaptcha.render("x");',
    );
    expect(run('rec.calls.length')).toBe(1);
  });

  it('throw what the vendor throws', async () => {
    const run = await opened();
    run(`window.error = new Error('already rendered'); window.grecaptcha = { render() { throw error } };`);
    expect(run('(() => { try { grecaptcha.render() } catch (caught) { return caught === error } })()')).toBe(true);
  });

  it('pass by a function that is a global itself', async () => {
    const run = await opened();
    run('window.initGeetest = (options, ready) => options.gt;');
    expect(run('initGeetest({ gt: "g" }, () => 0)')).toBe('g');
    expect(run('rec.calls[0].path')).toBe('initGeetest');
  });

  it('do not make it grow without end', async () => {
    const run = await opened();
    run(VENDOR);
    run('for (let i = 0; i < 20000; i++) grecaptcha.getResponse();');
    expect(run('rec.calls.length')).toBeLessThanOrEqual(1_001);
  });

  it('remember a render although the page asks for the answer all the time', async () => {
    const run = await opened();
    run(VENDOR);
    run('for (let i = 0; i < 700; i++) grecaptcha.getResponse(); grecaptcha.render("late");');
    run('for (let i = 0; i < 700; i++) grecaptcha.getResponse();');
    expect(run('rec.calls.some(({ path }) => path === "grecaptcha.render")')).toBe(true);
  });
});

describe('hooks', () => {
  it('stand before the vendor', async () => {
    const run = await opened();
    run(VENDOR);
    run('rec.hooks["grecaptcha.getResponse"] = (args, original) => original() || "ours " + args[0];');
    expect(run('grecaptcha.getResponse(3)')).toBe('ours 3');
  });

  it('fail open: the vendor is called once, whatever a hook does', async () => {
    const run = await opened();
    run(VENDOR);
    run('rec.hooks["grecaptcha.render"] = () => { throw new Error("our fault") };');
    expect(run('(() => { try { return grecaptcha.render("x") } catch { return "thrown" } })()')).toBe(0);
    run('rec.hooks["grecaptcha.render"] = (args, original) => { original(); throw new Error("our fault") };');
    run('try { grecaptcha.render("y") } catch {}');
    expect(run('vendorCalls.length')).toBe(2);
  });
});

describe('a page that was open before', () => {
  it('is recorded from now on', async () => {
    const run = await opened(VENDOR);
    run('grecaptcha.render("x")');
    expect(run('rec.calls.length')).toBe(1);
    expect(run('found.join()')).toBe('recaptcha');
  });

  it.each(['true', '"text"', '7', 'null', 'undefined', '() => 1', 'Object.freeze({ render() {} })'])(
    'may have %s there',
    async (value) => {
      const run = await opened(`window.grecaptcha = ${value};`);
      expect(run('typeof take().watch')).toBe('function');
      run(`window.initGeetest = () => 1; initGeetest();`);
      expect(run('rec.calls.length')).toBe(1);
    },
  );

  it('is served by one recorder only', async () => {
    const page = await openPage();
    page.start(TABLE);
    page.start(TABLE);
    page.run(VENDOR);
    page.run(
      `dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (window.rec = r), cancelable: true })); grecaptcha.render('x');`,
    );
    expect(page.run('rec.calls.length')).toBe(1);
  });
});

describe('the line', () => {
  it('is not made before something is found', async () => {
    const run = await opened();
    run(VENDOR);
    run('grecaptcha.execute()');
    expect(run('lines.length')).toBe(0);
  });

  it('tells what was found, and what is called from then on', async () => {
    const run = await opened();
    run(VENDOR);
    run('grecaptcha.render("x"); grecaptcha.execute();');
    expect(run('found.join()')).toBe('recaptcha');
    expect(run('seen.at(-1)')).toBe('grecaptcha.execute');
    expect(run('lines.length')).toBe(1);
  });

  it('is handed over again when a later recorder comes, and with it a later scout', async () => {
    const page = await openPage();
    page.start(TABLE, FINDS);
    page.run(VENDOR);
    page.run('grecaptcha.render("x")');
    page.run(SCOUT);
    page.start(TABLE, FINDS);
    expect(page.run('lines.length + found.join()')).toBe('1recaptcha');
    page.run('grecaptcha.render("y")');
    expect(page.run('seen.join()')).toBe('grecaptcha.render');
  });

  it('carries questions and answers', async () => {
    const run = await opened();
    run(VENDOR);
    run('grecaptcha.render("x")');
    run(`window.replies = []; const [node] = lines; node.addEventListener('reply', ({ detail }) => replies.push(detail));
      node.dispatchEvent(new CustomEvent('ask', { detail: '{"op":"x"}' }));
      rec.answerer = (question, subject) => ({ question, subject });
      node.dispatchEvent(new MouseEvent('subject', { relatedTarget: 'element' }));
      node.dispatchEvent(new CustomEvent('ask', { detail: '{"op":"x"}' }));`);
    expect(run('replies.join()')).toBe('null,{"question":{"op":"x"},"subject":"element"}');
  });

  it('is heard by no listener of the page', async () => {
    const run = await opened();
    run(
      `window.heard = 0; for (const type of ['solvent-hello', 'solvent-line']) addEventListener(type, () => heard++);`,
    );
    run(VENDOR);
    run('grecaptcha.render("x"); take();');
    expect(run('lines.length')).toBe(1);
    expect(run('heard')).toBe(0);
  });
});

describe('a hostile page', () => {
  it('may replace every native later', async () => {
    const run = await opened();
    run(`for (const [holder, names] of [[Reflect, ['apply', 'get', 'defineProperty', 'getPrototypeOf']], [Object, ['create', 'keys', 'defineProperty']],
        [JSON, ['parse', 'stringify']], [WeakSet.prototype, ['has', 'add']], [EventTarget.prototype, ['dispatchEvent', 'addEventListener']]])
      for (const name of names) { const real = holder[name]; window['real_' + name] = real; holder[name] = () => { throw new Error('gone: ' + name) }; }
      window.Proxy = window.CustomEvent = window.FocusEvent = window.EventTarget = function () { throw new Error('gone') };`);
    run(`window.grecaptcha = {}; grecaptcha.render = (x) => x + 1;`);
    expect(run('grecaptcha.render(1)')).toBe(2);
    expect(run('rec.calls.length')).toBe(1);
  });

  it('may freeze what it sets', async () => {
    const run = await opened();
    run('window.grecaptcha = Object.freeze({ render: () => 5 });');
    expect(run('grecaptcha.render()')).toBe(5);
  });

  it('may set something whose properties throw', async () => {
    const run = await opened();
    run(
      `window.trap = new Proxy({}, { getPrototypeOf() { throw new Error('trap') }, getOwnPropertyDescriptor() { throw new Error('trap') } });`,
    );
    expect(
      run(
        '(() => { try { window.grecaptcha = trap; return window.grecaptcha === trap } catch { return "thrown" } })()',
      ),
    ).toBe(true);
  });
});
