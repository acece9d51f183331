import type { Page } from '@playwright/test';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { launch } from './support/browser.ts';
import { expect, solved, test } from './support/fixture.ts';
import { worksByHand } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';

/** What a page can see of its own surroundings. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => name !== '__heard')
      .sort(),
    // Less what the vendor draws at random.
    markup: document.documentElement.outerHTML.replace(/<iframe[^>]*>/g, '<iframe>').replace(/releases\/\w+/g, ''),
    stub: Object.getOwnPropertyDescriptor(window, 'grecaptcha') !== undefined,
    fetch: Function.prototype.toString.call(fetch),
    webdriver: navigator.webdriver,
    language: navigator.language,
  }));

for (const [what, preset] of Object.entries({
  'switched off': { mode: 'off' },
  'switched off on this site': { sites: { 'forms.test': { mode: 'off' } } },
  'without a key': null,
})) {
  test.describe(what, () => {
    test.use({ preset });

    test('the page is as it is without Solvent', async ({ world }) => {
      const page = await world.open(PAGE);
      await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
      const plain = await launch({ resolverRules: world.sandbox.resolverRules, extension: false });
      try {
        const bare = await plain.context.newPage();
        await bare.goto(PAGE);
        await bare.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
        expect(await traces(page)).toEqual(await traces(bare));
      } finally {
        await plain.close();
      }
      await worksByHand(page);
      expect(world.creates()).toBe(0);
    });
  });
}

test.describe('when the service does not help', () => {
  test.describe('wrong key', () => {
    test.use({ preset: { key: 'a-key-that-nobody-knows' } });

    test('one request, the page works by hand, the popup says what to do', async ({ world }) => {
      const page = await world.open(PAGE);
      await expect.poll(world.creates).toBe(1);
      const popup = await world.popup(page);
      await expect(popup.getByRole('status')).toContainText('does not know this key');
      await expect(popup.getByText(/Check the key/).first()).toBeVisible();
      await page.bringToFront();
      await worksByHand(page);
      // Paused: other pages ask nothing any more.
      const other = await world.open('https://forms.test/by-element');
      await worksByHand(other);
      expect(world.creates()).toBe(1);
    });
  });

  test('no connection: possibly charged, never sent twice', async ({ world }) => {
    world.sandbox.services.capmonster.fault('createTask', { kind: 'reset' }, 99);
    const page = await world.open(PAGE);
    await expect.poll(world.creates).toBe(1);
    const popup = await world.popup(page);
    await expect(popup.getByText(/could not be reached/).first()).toBeVisible();
    await page.bringToFront();
    await worksByHand(page);
    expect(world.creates()).toBe(1);
  });

  test('a web page instead of an answer', async ({ world }) => {
    const html = '<!DOCTYPE html><title>Maintenance</title><p>Back soon';
    world.sandbox.services.capmonster.fault('createTask', { kind: 'raw', text: html, contentType: 'text/html' }, 99);
    const page = await world.open(PAGE);
    await expect.poll(world.creates).toBe(1);
    const popup = await world.popup(page);
    await expect(popup.getByText(/answered with a web page/).first()).toBeVisible();
    await page.bringToFront();
    await worksByHand(page);
    expect(world.creates()).toBe(1);
  });

  for (const [what, value] of Object.entries({
    'an empty answer': { errorId: 0, status: 'ready', solution: { gRecaptchaResponse: '' } },
    'an answer of the wrong type': { errorId: 0, status: 'ready', solution: { gRecaptchaResponse: { a: 1 } } },
    'no solution': { errorId: 0, status: 'ready' },
  })) {
    test(what, async ({ world }) => {
      world.sandbox.services.capmonster.fault('getTaskResult', { kind: 'json', value }, 99);
      const page = await world.open(PAGE);
      const popup = await world.popup(page);
      await expect(popup.getByText(/empty or of the wrong type/).first()).toBeVisible({ timeout: 15_000 });
      await page.bringToFront();
      await worksByHand(page);
      expect(world.creates()).toBe(1);
    });
  }

  test('a reply of 10 MB', async ({ world }) => {
    world.sandbox.services.capmonster.fault('createTask', { kind: 'big', bytes: 10_000_000 }, 99);
    const page = await world.open(PAGE);
    const popup = await world.popup(page);
    await expect(popup.getByText(/more than 1 MB/).first()).toBeVisible({ timeout: 15_000 });
    await page.bringToFront();
    await worksByHand(page);
    expect(world.creates()).toBe(1);
  });
});

test.describe('bad pages', () => {
  const serve = (
    world: { sandbox: { sites: { page(url: string, html: string): void } } },
    name: string,
    body: string,
  ) => {
    const url = `https://forms.test/${name}`;
    world.sandbox.sites.page(
      url,
      `<!DOCTYPE html><title>x</title><script>window.calls=[];function solved(t){calls.push({name:'solved',token:t,at:0})}</script>${body}`,
    );
    return url;
  };
  const api = '<script src="https://www.google.com/recaptcha/api.js?onload=go&render=explicit" async defer></script>';

  test('malformed site keys are told and left alone', async ({ world }) => {
    const url = serve(
      world,
      'malformed',
      `<div id=a></div><script>function go(){grecaptcha.render('a',{sitekey:'no key <b>'})}</script>${api}`,
    );
    const page = await world.open(url);
    const popup = await world.popup(page);
    await expect(popup.getByText(/malformed/).first()).toBeVisible();
    expect(world.creates()).toBe(0);
  });

  test.describe('many widgets', () => {
    test.use({ preset: { budgets: { perSiteHour: 8 } } });

    test('200 widgets: no more than the budgets allow', async ({ world }) => {
      // Drawn by the page: 200 real ones are 600 frames, which take a browser half a minute without Solvent.
      const drawn = `<div><iframe name="a-x" srcdoc="" style="width:304px;height:4px"
        src="https://www.google.com/recaptcha/api2/anchor?k=${KEYS.first}&size=normal"></iframe>
        <textarea name="g-recaptcha-response" style="display:none"></textarea></div>`;
      const page = await world.open(serve(world, 'many', `<div>${drawn.repeat(200)}</div>`));
      const { tasks } = world.sandbox.services.capmonster;
      const filled = () =>
        page.evaluate(() => [...document.querySelectorAll('textarea')].filter(({ value }) => value).length);
      await expect.poll(filled, { timeout: 30_000 }).toBe(8);
      const popup = await world.popup(page);
      await expect(popup.getByText(/8 tasks an hour/).first()).toBeVisible();
      expect(tasks).toHaveLength(8);
    });
  });

  test('render in a loop', async ({ world }) => {
    const url = serve(
      world,
      'loop',
      `<div id=here></div><script>function go(){let n=0;const t=setInterval(()=>{if(++n>60){clearInterval(t);window.finished=true}here.replaceChildren();const d=document.createElement('div');here.append(d);
       grecaptcha.render(d,{sitekey:'${KEYS.first}',callback:solved})},50)}</script>${api}`,
    );
    const page = await world.open(url);
    await page.waitForFunction(() => (window as unknown as { finished?: boolean }).finished);
    await solved(page);
    // Each drawing is a new widget that asks for the same thing: the one answer goes to the one that is left.
    expect(world.creates()).toBe(1);
  });
});
