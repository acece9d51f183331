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
});

describe('the line', () => {
  it('tells what was found, and what is called', async () => {
    const run = await opened();
    run(VENDOR);
    run('grecaptcha.render("x"); grecaptcha.execute();');
    expect(run('found.join()')).toBe('recaptcha');
    expect(run('seen.at(-1)')).toBe('grecaptcha.execute');
  });

  it('may come late: then it is told what was found before', async () => {
    const page = await openPage();
    page.start(TABLE, FINDS);
    page.run(VENDOR);
    page.run('grecaptcha.render("x")');
    page.run(SCOUT);
    expect(page.run('found.join()')).toBe('recaptcha');
    page.run('grecaptcha.render("y")');
    expect(page.run('seen.join()')).toBe('grecaptcha.render');
  });

  it('is the last one that was handed over: the extension was reloaded', async () => {
    const run = await opened();
    run(VENDOR);
    run(
      'grecaptcha.render("x"); window.before = seen; rec.taken = () => rec.hear("ask", () => (window.asked = true));',
    );
    run(SCOUT);
    run('grecaptcha.render("y"); line.dispatchEvent(new CustomEvent("ask"));');
    expect(run('found.join() + seen.join()')).toBe('recaptchagrecaptcha.render');
    expect(run('asked')).toBe(true);
    expect(run('before.filter((path) => path === "grecaptcha.render").length')).toBe(1);
  });

  it('carries questions and answers', async () => {
    const run = await opened();
    run(VENDOR);
    run('grecaptcha.render("x")');
    run(`window.replies = []; const node = line; node.addEventListener('reply', ({ detail }) => replies.push(detail));
      node.dispatchEvent(new CustomEvent('ask', { detail: '{"op":"x"}' }));
      let subject; rec.hear('subject', (event) => (subject = event.relatedTarget));
      rec.hear('ask', (event) => rec.say('reply', JSON.stringify({ question: JSON.parse(event.detail), subject })));
      node.dispatchEvent(new MouseEvent('subject', { relatedTarget: 'element' }));
      node.dispatchEvent(new CustomEvent('ask', { detail: '{"op":"x"}' }));`);
    expect(run('replies.join()')).toBe('{"question":{"op":"x"},"subject":"element"}');
  });

  it('is heard by no listener of the page', async () => {
    const run = await opened();
    run(`window.heard = 0; addEventListener('solvent-hello', () => heard++);`);
    run(VENDOR);
    run('grecaptcha.render("x"); take();');
    run(SCOUT);
    expect(run('found.join()')).toBe('recaptcha');
    expect(run('heard')).toBe(0);
  });
});

describe('a frame without an isolated world', () => {
  it('has the page in the tab send for it, until it is there', async () => {
    const page = await openPage();
    page.run('window.top = {};');
    page.start(TABLE, FINDS);
    page.run(VENDOR);
    expect(page.run('grecaptcha.render("x"); grecaptcha.render("y")')).toBe(1);
    expect(page.run('posted.join()')).toBe('solvent-hello');
    expect(page.run('postedTo.length === 1 && postedTo[0] === top')).toBe(true);
    page.run(SCOUT);
    expect(page.run('found.join()')).toBe('recaptcha');
  });

  it('is sent for by the scout of the page in the tab, and no listener of the page hears of it', async () => {
    const run = await opened();
    run(`window.heard = []; addEventListener('message', (event) => heard.push(event));
      for (const data of ['solvent-hello', 'solvent-hell', { type: 'solvent-hello' }])
        dispatchEvent(new MessageEvent('message', { data }));`);
    expect(run('found.join()')).toBe('frames');
    expect(run('heard.length')).toBe(2);
    // What is no message, and a page that looks who reads its messages.
    run(`Object.defineProperty(MessageEvent.prototype, 'data', { get() { throw new Error('read') } });
      dispatchEvent(new MessageEvent('message', { data: 1 })); dispatchEvent(new Event('message'));`);
    expect(run('heard.length')).toBe(4);
  });

  it('goes on where the page around it is gone', async () => {
    const page = await openPage();
    page.run('window.top = null; window.fails = true;');
    page.start(TABLE, FINDS);
    page.run(VENDOR);
    expect(page.run('grecaptcha.render("x")')).toBe(0);
    page.run(SCOUT);
    expect(page.run('found.join()')).toBe('recaptcha');
  });
});

describe('what the document says by itself', () => {
  it('is looked at soon after its start, and once more', async () => {
    const run = await opened();
    run(`window.looks = 0; timers[0][0]();`);
    run('document.querySelector = Document.prototype.querySelector = () => looks++;');
    expect(run('timers[0][1]')).toBe(500);
    expect(run('timers.length')).toBe(2);
    run(`timers[1][0]();`);
    expect(run('timers.length')).toBe(2);
    // By what was there before the page replaced it.
    expect(run('looks')).toBe(0);
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
      for (const name of ['calls', 'held', 'watch', 'tell', 'hear', 'say'])
        Object.defineProperty(Object.prototype, name, { set(value) { caught.push(name) }, configurable: true });
      dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (window.rec = r), cancelable: true }));`);
    expect(page.run('typeof rec.hear')).toBe('function');
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
