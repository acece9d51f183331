import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createArkoseReleases } from './arkose/variants.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { ARKOSE_ENTRIES, ARKOSE_KEYS, serveArkose } from './pages/arkose-catalogue.ts';
import { ask } from './server/ask.ts';

const { first, custom, legacy } = ARKOSE_KEYS;
const PAGE = 'https://arkose.test';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 5 });
  serveArkose(sandbox);
});

beforeEach(() => sandbox.arkose.reset());

afterAll(() => sandbox.close());

const get = (url: string) => ask(sandbox.port, url);

const openSession = async (host: string, publicKey: string, blob?: string) => {
  const body = new URLSearchParams({ site: PAGE, ...(blob === undefined ? {} : { 'data[blob]': blob }) }).toString();
  const { status, body: text } = await ask(sandbox.port, `https://${host}/fc/gt2/public_key/${publicKey}`, {
    method: 'POST',
    body,
  });
  return { status, ...(JSON.parse(text) as { token?: string; suppressed?: boolean; error?: string }) };
};

const solve = async (token: string) => {
  const body = new URLSearchParams({ session_token: token }).toString();
  const reply = await ask(sandbox.port, `https://${first.host}/fc/ca/`, { method: 'POST', body });
  return JSON.parse(reply.body) as { solved: boolean };
};

const partsOf = (token: string): Record<string, string> =>
  Object.fromEntries(
    token
      .split('|')
      .slice(1)
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name, decodeURIComponent(value)];
      }),
  );

test.each(['client-api.arkoselabs.com', 'shop-api.arkoselabs.com', 'captcha.customer.test', 'anything.test'])(
  '%s has the script, whose frame is on that host',
  async (host) => {
    sandbox.arkose.variant = { version: '2.4.4', hash: `hash${host.length}` };
    const { status, headers, body } = await get(`https://${host}/v2/${first.publicKey}/api.js`);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/javascript')]);
    expect(body).toContain(`"origin":"https://${host}"`);
    expect(() => new Function(body)).not.toThrow();
    expect(body).not.toMatch(/^(im|ex)port /m);
    const frame = await get(`https://${host}/v2/2.4.4/enforcement.hash${host.length}.html`);
    expect([frame.status, frame.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  },
);

test('a host of a customer stays a site where the path is not the vendor’s', async () => {
  sandbox.sites.page('https://captcha.customer.test/', '<p>ours</p>');
  expect((await get('https://captcha.customer.test/')).body).toBe('<p>ours</p>');
  expect((await get('https://captcha.customer.test/v2/api.js')).status).toBe(404);
});

test('unknown frames, keys and paths are not there', async () => {
  expect((await get(`https://${first.host}/v2/2.4.4/enforcement.none.html`)).status).toBe(404);
  expect((await get(`https://iframe.arkoselabs.com/${legacy.publicKey.replace('5', '6')}/index.html`)).status).toBe(
    404,
  );
  expect((await get(`https://client-api.arkoselabs.com/${first.publicKey}/index.html`)).status).toBe(404);
  expect((await get('https://client-api.arkoselabs.com/v2/not-a-key/api.js')).status).toBe(404);
});

test.each(['funcaptcha.com', 'www.funcaptcha.com', 'api.funcaptcha.com'])('%s has the legacy script', async (host) => {
  const evil = encodeURIComponent('</script><script>alert(1)</script>');
  const { body } = await get(`https://${host}/fc/api/?onload=${evil}`);
  expect(() => new Function(body)).not.toThrow();
  expect(body).not.toContain('</script>');
});

test('the hosted page loads the client of its key’s own host', async () => {
  const { body } = await get(`https://iframe.arkoselabs.com/${custom.publicKey}/index.html?data=x&mkt=en`);
  expect(body).toContain(`src="https://${custom.host}/v2/${custom.publicKey}/api.js" data-callback="`);
});

test('a session’s token names its key and host, in parts whose order varies', async () => {
  const tokens: string[] = [];
  for (let count = 0; count < 6; count += 1) tokens.push((await openSession(first.host, first.publicKey)).token ?? '');
  for (const token of tokens) {
    expect(token).toMatch(/^[0-9a-f]{17}\.\d{10}\|/);
    expect(partsOf(token)).toMatchObject({ pk: first.publicKey, surl: `https://${first.host}`, at: '40' });
  }
  expect(
    new Set(tokens.map((token) => token.split('|').findIndex((part) => part.startsWith('pk=')))).size,
  ).toBeGreaterThan(1);
});

test.each([
  ['challenged', false, true],
  ['suppressed', true, true],
  ['failed', false, false],
] as const)('%s sessions', async (outcome, suppressed, solvable) => {
  sandbox.arkose.outcome = outcome;
  const { token = '', ...reply } = await openSession(first.host, first.publicKey);
  expect(reply.suppressed).toBe(suppressed);
  expect(partsOf(token)['sup']).toBe(suppressed ? '1' : undefined);
  const verify = () => sandbox.arkose.verify({ token, publicKey: first.publicKey, hostname: 'arkose.test' }).errorCodes;
  if (!suppressed) {
    expect(verify()).toEqual(['unsolved']);
    // How a session goes is settled when it opens.
    sandbox.arkose.outcome = 'challenged';
    expect((await solve(token)).solved).toBe(solvable);
  }
  expect(verify()).toEqual(solvable ? [] : ['unsolved']);
});

test('an outcome by key; an error opens no session and leaves the blob unspent', async () => {
  sandbox.arkose.outcome = (publicKey) => (publicKey === custom.publicKey ? 'error' : 'challenged');
  const blob = sandbox.arkose.issueBlob(custom.publicKey);
  expect(await openSession(custom.host, custom.publicKey, blob)).toEqual({ status: 400, error: 'DENIED ACCESS' });
  expect((await openSession(first.host, first.publicKey)).status).toBe(200);
  sandbox.arkose.outcome = 'challenged';
  await openSession(custom.host, custom.publicKey, blob);
  expect(sandbox.arkose.sessions.at(-1)).toMatchObject({ blob, blobFault: undefined, hostname: 'arkose.test' });
});

test('the same seed draws the same variants, another seed others', () => {
  const draw = (seed: number) => {
    const releases = createArkoseReleases(seed);
    return Array.from({ length: 40 }, () => releases.draw(null));
  };
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
  for (const name of ['callback', 'legacyFields', 'frameTitle', 'frameId', 'version', 'callbackDelayMs'] as const) {
    expect(new Set(draw(5).map((variant) => variant[name])).size, name).toBeGreaterThan(1);
  }
});

test('each load of a page has a blob or session of its own', async () => {
  for (const name of ['lightbox-blob', 'legacy-server']) {
    const url = ARKOSE_ENTRIES.find((entry) => entry.name === name)?.url ?? '';
    expect((await get(url)).body).not.toBe((await get(url)).body);
  }
});
