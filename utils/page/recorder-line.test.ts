import { describe, expect, it } from 'vitest';
import { openPage } from '../../test/fakes/page';
import { opened, SCOUT, TABLE, VENDOR } from '../../test/fakes/recorder';
import { FINDS } from '../widgets/found';

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
      let subject; rec.hear('subject', (event) => (subject = event.relatedTarget));
      rec.hear('ask', (event) => rec.say('reply', JSON.stringify({ question: JSON.parse(event.detail), subject })));
      node.dispatchEvent(new MouseEvent('subject', { relatedTarget: 'element' }));
      node.dispatchEvent(new CustomEvent('ask', { detail: '{"op":"x"}' }));`);
    expect(run('replies.join()')).toBe('{"question":{"op":"x"},"subject":"element"}');
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

  it('may freeze what we are made of', async () => {
    const run = await opened();
    run('[WeakSet, Proxy, Object, Reflect].forEach((of) => { Object.freeze(of); Object.freeze(of.prototype); });');
    run('window.grecaptcha = {}; grecaptcha.render = () => 5;');
    expect(run('grecaptcha.render()')).toBe(5);
    expect(run('rec.calls.length')).toBe(1);
  });

  it('is not handed the line by setters on every object', async () => {
    const page = await openPage('');
    page.start(TABLE, FINDS);
    page.run(`window.caught = [];
      for (const name of ['calls', 'held', 'watch', 'tell', 'line', 'hear', 'say'])
        Object.defineProperty(Object.prototype, name, { set(value) { caught.push(name) }, configurable: true });
      dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (window.rec = r), cancelable: true }));`);
    expect(page.run('typeof rec.line')).toBe('function');
    expect(page.run('caught.length')).toBe(0);
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
