import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from './index.ts';
import { ask } from './server/ask.ts';

const FIELD = 'g-recaptcha-response';

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.recaptcha.addSite({ websiteKey: 'one', secret: 's1' });
  sandbox.recaptcha.addSite({ websiteKey: 'two', secret: 's2' });
  folder = await mkdtemp(join(tmpdir(), 'sandbox-sites-'));
  await mkdir(join(folder, 'site', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(folder, 'site', 'index.html'), '<p>built</p>');
  await writeFile(join(folder, 'site', 'assets', 'a.js'), 'let a');
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const get = (url: string) => ask(sandbox.port, url);
const mint = (websiteKey = 'one', hostname = 'a.test'): string => sandbox.recaptcha.mint({ websiteKey, hostname });
const submit = (body: string | Buffer, headers: Record<string, string>) =>
  ask(sandbox.port, 'https://a.test/submit', { method: 'POST', body, headers });
const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' };
const encode = (fields: [string, string][]): string => new URLSearchParams(fields).toString();

test('pages are served with their headers, whatever the query', async () => {
  sandbox.sites.page('https://a.test/p', '<p>hello</p>', { 'content-security-policy': "default-src 'none'" });
  const answer = await get('https://a.test/p?x=1');
  expect([answer.status, answer.body]).toEqual([200, '<p>hello</p>']);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  });
  expect((await get('https://b.test/p')).status).toBe(404);
  expect((await get('https://b.test/favicon.ico')).status).toBe(200);
  expect(sandbox.sites.requests.map(({ host, path }) => host + path)).toContain('a.test/p?x=1');
});

test('folders are served, and nothing outside them', async () => {
  sandbox.sites.mount('https://built.test/app', join(folder, 'site'));
  expect((await get('https://built.test/app/')).body).toBe('<p>built</p>');
  expect((await get('https://built.test/app/assets/a.js')).headers['content-type']).toContain('text/javascript');
  expect((await get('https://built.test/app/none')).status).toBe(404);
  expect((await get('https://built.test/app/%2e%2e%2fsecret.txt')).status).toBe(404);
  expect((await get('https://built.test/app/..%5csecret.txt')).status).toBe(404);
  expect((await get('https://built.test/app/%E0%A4%A')).status).toBe(404);
});

test('a form is verified and answered with a page', async () => {
  const token = mint();
  const good = await submit(
    encode([
      ['name', 'Ada'],
      [FIELD, token],
    ]),
    URLENCODED,
  );
  expect(good.body).toContain('<p id="verdict">accepted</p>');
  const again = await submit(encode([[FIELD, token]]), URLENCODED);
  expect(again.body).toContain('<p id="verdict">rejected</p>');
  expect(sandbox.sites.submissions.at(-2)).toMatchObject({ success: true, fields: { name: 'Ada', [FIELD]: token } });
  expect(sandbox.sites.submissions.at(-1)).toMatchObject({ success: false, errorCodes: ['timeout-or-duplicate'] });
});

test('every response in a form must stand', async () => {
  const empty = await submit(encode([['name', 'Ada']]), URLENCODED);
  expect(empty.body).toContain('rejected');
  const [first, second] = [mint(), mint()];
  await submit(
    encode([
      [FIELD, first],
      [FIELD, second],
    ]),
    URLENCODED,
  );
  expect(sandbox.sites.submissions.at(-1)).toMatchObject({
    success: true,
    fields: { [FIELD]: first, [`${FIELD}[1]`]: second },
  });
  await submit(
    encode([
      [FIELD, mint()],
      [FIELD, ''],
    ]),
    URLENCODED,
  );
  expect(sandbox.sites.submissions.at(-1)?.errorCodes).toEqual(['missing-input-response']);
});

test('a token for another widget or another host is refused', async () => {
  await submit(
    encode([
      ['sitekey', 'two'],
      [FIELD, mint('one')],
    ]),
    URLENCODED,
  );
  expect(sandbox.sites.submissions.at(-1)?.errorCodes).toEqual(['invalid-input-response']);
  await submit(encode([[FIELD, mint('one', 'b.test')]]), URLENCODED);
  expect(sandbox.sites.submissions.at(-1)?.errorCodes).toEqual(['invalid-input-response']);
});

test('JSON is answered with JSON', async () => {
  const type = { 'content-type': 'application/json' };
  const good = await submit(JSON.stringify({ [FIELD]: mint() }), type);
  expect(JSON.parse(good.body)).toEqual({ success: true, 'error-codes': [] });
  const bad = await submit('not JSON', type);
  expect(JSON.parse(bad.body)).toEqual({ success: false, 'error-codes': ['missing-input-response'] });
  const asked = await submit(encode([[FIELD, mint()]]), { ...URLENCODED, accept: 'application/json, */*' });
  expect(JSON.parse(asked.body)).toMatchObject({ success: true });
});

test('multipart forms are read', async () => {
  const form = new FormData();
  form.set('name', 'Ada');
  form.set(FIELD, mint());
  const encoded = new Response(form);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  const answer = await submit(Buffer.from(await encoded.arrayBuffer()), headers);
  expect(answer.body).toContain('accepted');
  expect(sandbox.sites.submissions.at(-1)?.fields['name']).toBe('Ada');
});
