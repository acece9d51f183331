import { describe, expect, it } from 'vitest';
import { openPage } from '../../test/fakes/page';
import { letGo } from './let-go';

/** A page on which a vendor's script will call `ready`, and the recorder that was told so. */
async function greeted(before = '') {
  const page = await openPage();
  page.run('Document.prototype.querySelector = () => (window.looks = (window.looks ?? 0) + 1, window.inPage ?? null);');
  // As after its way through JSON a pattern is none, the page makes it.
  page.run('window.finds = { k: { selector: "x", address: "/v2/", calls: "", greets: /api/ } };');
  page.startWith('{}', 'window.finds');
  page.run(before);
  page.run(`window.got = [];
    window.loads = () => document.dispatchEvent(
      Object.assign(new Event('load'), { script: { src: 'https://v.example/v2/api', dataset: { callback: 'ready' } } }));
    let rec; dispatchEvent(new CustomEvent('solvent-hello', { detail: (r) => (rec = r), cancelable: true })); window.rec = rec;`);
  return page.run;
}

const API = '({ name: "api" })';

describe('a call of the page by a vendor', () => {
  it.each([
    ['set before the script loads', 'window.ready = (api) => got.push(api.name);', ''],
    ['set when the script has loaded', '', 'window.ready = (api) => got.push(api.name);'],
  ])('is held until a page part has seen the API: %s', async (_, before, after) => {
    const run = await greeted(before);
    run('loads()');
    run(after);
    run(`ready(${API})`);
    expect(run('got.length')).toBe(0);
    expect(run('timers.at(-1)[1]')).toBe(150);
    run('for (const [args, go] of rec.held) { args[0].name = "seen"; go(); }');
    expect(run('got.join()')).toBe('seen');
    // The moment is over, and it was made already.
    run('timers.at(-1)[0]()');
    expect(run('got.length')).toBe(1);
  });

  it('is held as well where the page sets the function anew as its script loads', async () => {
    const run = await greeted('window.ready = (api) => got.push(api.name);');
    run('loads()');
    run('window.ready = (api) => got.push(api.name + " anew");');
    run('timers.at(-1)[0]()');
    run(`ready(${API})`);
    expect(run('got.length')).toBe(0);
    run('for (const [, go] of rec.held) go();');
    expect(run('got.join()')).toBe('api anew');
  });

  it('goes through after a moment where no page part comes', async () => {
    const run = await greeted('window.ready = (api) => got.push(api.name);');
    run(`loads(); ready(${API}); timers.at(-1)[0]();`);
    expect(run('got.join()')).toBe('api');
  });

  it('goes through at once where none will come, what fails beside what does not', async () => {
    const run = await greeted(`window.reported = []; window.reportError = (error) => reported.push(error);
      window.ready = (api) => { got.push(api?.name); if (!api) throw 'of the page'; };`);
    run(`loads(); ready(); ready(${API}); (${letGo})('solvent-hello', 3);`);
    expect(run('[got.join(), reported.join()].join(" ")')).toBe(',api of the page');
    run(`got.length = 0; ready(${API}); ready(${API});`);
    expect(run('got.join()')).toBe('api,api');
    // For a page part that comes after all; nor does the moment that is over make the calls again.
    expect(run('rec.held.map(([args]) => args[0]?.name).join()')).toBe(',api,api');
    run('for (const [again] of timers) again()');
    expect(run('got.length')).toBe(2);
  });

  it('leaves a page part that is there alone', async () => {
    const run = await greeted('window.ready = (api) => got.push(api.name);');
    run(`rec.pass = () => {}; rec.greet = (args, go) => { args[0].name += '!'; go(); };
      (${letGo})('solvent-hello', 3); loads(); ready(${API});`);
    expect(run('got.join()')).toBe('api!');
  });

  it('goes by the page part once it is there', async () => {
    const run = await greeted('window.ready = (api) => got.push(api.name);');
    run(`rec.greet = (args, go) => { args[0].name += '!'; go(); }; loads(); ready(${API});`);
    expect(run('got.join()')).toBe('api!');
  });

  it('does not look for ever where the script stays in the document', async () => {
    const run = await greeted('window.ready = (api) => got.push(api.name);');
    run('window.looks = 0');
    run(`window.inPage = { src: 'https://v.example/v2/api', dataset: { callback: 'ready' } };
      loads(); ready(${API}); timers.at(-1)[0]();`);
    expect(run('got.join()')).toBe('api');
    expect(run('looks')).toBe(1);
  });

  it('leaves no trace: the function may be set, found, and deleted after its first call', async () => {
    const run = await greeted();
    run('loads()');
    expect(run('[window.ready, Object.hasOwn(window, "ready")].join()')).toBe(',false');
    run(`window.ready = () => { delete window.ready; };`);
    expect(run('Object.hasOwn(window, "ready")')).toBe(true);
    run(`rec.greet = (args, go) => go(); ready(${API})`);
    expect(run('window.ready')).toBeUndefined();
  });
});
