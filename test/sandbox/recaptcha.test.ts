import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from './index.ts';
import { createReleases } from './recaptcha/variants.ts';
import { ask } from './server/ask.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 3 });
  sandbox.recaptcha.addSite({ websiteKey: 'only', secret: 's', hostname: 'only.test' });
});

beforeEach(() => {
  sandbox.recaptcha.variant = null;
  sandbox.recaptcha.offline = false;
});

afterAll(() => sandbox.close());

const get = (url: string) => ask(sandbox.port, url);
const mainUrl = (script: string): string => /https:\/\/www\.gstatic\.com\/[^"]+/.exec(script)?.[0] ?? '';
const encode = (origin: string): string => Buffer.from(origin).toString('base64url');

test.each(['google.com', 'www.google.com', 'recaptcha.net', 'www.recaptcha.net'])(
  '%s has both scripts',
  async (host) => {
    for (const [name, path] of [
      ['api', 'api2'],
      ['enterprise', 'enterprise'],
    ]) {
      const bootstrap = await get(
        `https://${host}/recaptcha/${name}.js?onload=go&render=explicit&hl=undefined&_=17&trustedtypes=true`,
      );
      expect(bootstrap.headers['content-type']).toContain('text/javascript');
      expect(bootstrap.body).toContain(`https://${host}/recaptcha/${path}/`);
      expect(() => new Function(bootstrap.body)).not.toThrow();
      const main = await get(mainUrl(bootstrap.body));
      expect(main.headers['access-control-allow-origin']).toBe('*');
      expect(() => new Function(main.body)).not.toThrow();
      expect(main.body).not.toMatch(/^(im|ex)port /m);
    }
  },
);

test('an unknown release, path or method is not there', async () => {
  expect((await get('https://www.gstatic.com/recaptcha/releases/none/recaptcha__en.js')).status).toBe(404);
  expect((await get('https://www.google.com/')).status).toBe(404);
  expect((await get('https://elsewhere.example/')).status).toBe(404);
});

test('the main script waits as long as its variant says', async () => {
  sandbox.recaptcha.variant = { bootstrapDelayMs: 150 };
  const bootstrap = await get('https://www.google.com/recaptcha/api.js');
  const before = Date.now();
  await get(mainUrl(bootstrap.body));
  expect(Date.now() - before).toBeGreaterThanOrEqual(148);
});

test('the same seed draws the same releases, another seed others', () => {
  const draw = (seed: number) => {
    const releases = createReleases(seed);
    return Array.from({ length: 40 }, () => releases.draw(null));
  };
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
  const variants = draw(5).map(({ variant }) => variant);
  for (const name of [
    'renderAsString',
    'responseFrom',
    'executeCatch',
    'executeGives',
    'badgeIn',
    'removedText',
  ] as const) {
    expect(new Set(variants.map((variant) => variant[name])).size, name).toBe(2);
  }
  expect(new Set(variants.map(({ nesting }) => nesting.join('.'))).size).toBeGreaterThan(4);
});

test('frames refuse unknown keys and wrong hosts as the vendor does', async () => {
  const anchor = (key: string, origin: string) =>
    get(`https://www.google.com/recaptcha/api2/anchor?k=${key}&co=${encode(origin)}`);
  expect((await anchor('none', 'https://only.test:443')).body).toContain('Invalid site key');
  expect((await anchor('only', 'https://other.test:443')).body).toContain('Invalid domain for site key');
  expect((await anchor('only', 'https://only.test:443')).body).not.toContain('ERROR for site owner');
});

test('a frame cannot be talked into markup', async () => {
  const evil = encodeURIComponent('</script><script>alert(1)</script>');
  const { body } = await get(`https://www.google.com/recaptcha/api2/anchor?k=${evil}&v=${evil}&sa=${evil}`);
  expect(body).not.toContain('<script>alert');
});

test('userverify mints for the frame’s host, and fails when the vendor is offline', async () => {
  const form = new URLSearchParams({ k: 'only', co: encode('https://only.test:443') }).toString();
  const call = () =>
    ask(sandbox.port, 'https://www.google.com/recaptcha/api2/userverify', { method: 'POST', body: form });
  const { body } = await call();
  const [name, token, lifetime] = JSON.parse(body.replace(")]}'\n", '')) as [string, string, number];
  expect([name, lifetime]).toEqual(['uvresp', 120_000]);
  expect(sandbox.recaptcha.verify({ secret: 's', token, hostname: 'only.test' }).success).toBe(true);
  sandbox.recaptcha.offline = true;
  expect((await call()).status).toBe(503);
});
