import { describe, expect, it } from 'vitest';
import { opened, VENDOR } from '../../test/fakes/recorder';

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

describe('a page part', () => {
  it('gets every call, and makes it', async () => {
    const run = await opened();
    run(VENDOR);
    run('rec.pass = (path, args, vendor) => path + vendor() + args[0];');
    expect(run('grecaptcha.getResponse(3)')).toBe('grecaptcha.getResponse3');
    expect(run('grecaptcha.render("x")')).toBe('grecaptcha.render0x');
    expect(run('rec.calls.at(-1).result')).toBe('grecaptcha.render0x');
  });
});
