import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from './index.ts';
import { ask } from './server/ask.ts';

const SITE = { websiteKey: 'site-key', secret: 'site-secret' };
const OTHER = { websiteKey: 'other-key', secret: 'other-secret', hostname: 'only.test' };
const ENTERPRISE = { websiteKey: 'enterprise-key', secret: 'enterprise-secret', enterprise: true };

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 11 });
  for (const site of [SITE, OTHER, ENTERPRISE]) sandbox.recaptcha.addSite(site);
});

afterEach(() => {
  vi.useRealTimers();
  sandbox.recaptcha.tokenLifetimeMs = 120_000;
});

afterAll(() => sandbox.close());

const mint = (more: object = {}): string =>
  sandbox.recaptcha.mint({ websiteKey: SITE.websiteKey, hostname: 'shop.test', ...more });
const verify = (secret: string | undefined, token: string | undefined, hostname?: string): string[] =>
  sandbox.recaptcha.verify({ secret, token, ...(hostname === undefined ? {} : { hostname }) }).errorCodes;

test('a token is good once', () => {
  const token = mint();
  expect(token).toMatch(/^03A[\w-]{500,2180}$/);
  expect(verify(SITE.secret, token)).toEqual([]);
  expect(verify(SITE.secret, token)).toEqual(['timeout-or-duplicate']);
});

test('only for its own key, host and kind', () => {
  expect(verify(OTHER.secret, mint())).toEqual(['invalid-input-response']);
  expect(verify(SITE.secret, mint(), 'elsewhere.test')).toEqual(['invalid-input-response']);
  expect(verify(OTHER.secret, mint({ websiteKey: OTHER.websiteKey }))).toEqual(['invalid-input-response']);
  expect(verify(OTHER.secret, mint({ websiteKey: OTHER.websiteKey, hostname: 'only.test' }))).toEqual([]);
  expect(verify(SITE.secret, mint({ enterprise: true }))).toEqual(['invalid-input-response']);
  expect(verify(ENTERPRISE.secret, mint({ websiteKey: ENTERPRISE.websiteKey }))).toEqual(['invalid-input-response']);
  expect(verify(ENTERPRISE.secret, mint({ websiteKey: ENTERPRISE.websiteKey, enterprise: true }))).toEqual([]);
});

test('a refusal does not spend the token', () => {
  const token = mint();
  expect(verify(OTHER.secret, token)).toEqual(['invalid-input-response']);
  expect(verify(SITE.secret, token, 'shop.test')).toEqual([]);
});

test('only while it is fresh', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const [early, late] = [mint(), mint()];
  vi.setSystemTime(Date.now() + 119_000);
  expect(verify(SITE.secret, early)).toEqual([]);
  vi.setSystemTime(Date.now() + 2000);
  expect(verify(SITE.secret, late)).toEqual(['timeout-or-duplicate']);
  sandbox.recaptcha.tokenLifetimeMs = 1e6;
  expect(verify(SITE.secret, late)).toEqual([]);
});

test('what is missing or unknown has its code', () => {
  expect(verify(undefined, mint())).toEqual(['missing-input-secret']);
  expect(verify('nobody', mint())).toEqual(['invalid-input-secret']);
  expect(verify(SITE.secret, undefined)).toEqual(['missing-input-response']);
  expect(verify(SITE.secret, 'made-up')).toEqual(['invalid-input-response']);
  expect(verify(SITE.secret, mint({ websiteKey: 'unknown-key' }))).toEqual(['invalid-input-response']);
  expect(sandbox.recaptcha.verifications.at(-1)).toMatchObject({
    success: false,
    errorCodes: ['invalid-input-response'],
  });
});

test.each(['www.google.com', 'www.recaptcha.net'])('over HTTP, on %s', async (host) => {
  const url = `https://${host}/recaptcha/api/siteverify`;
  const body = new URLSearchParams({ secret: SITE.secret, response: mint({ action: 'login' }) }).toString();
  const first = await ask(sandbox.port, url, { method: 'POST', body });
  expect(JSON.parse(first.body)).toEqual({
    success: true,
    challenge_ts: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    hostname: 'shop.test',
    action: 'login',
  });
  const again = await ask(sandbox.port, url, { method: 'POST', body });
  expect(JSON.parse(again.body)).toEqual({ success: false, 'error-codes': ['timeout-or-duplicate'] });
});

test('the service hands out tokens for the page that the task named', async () => {
  const service = sandbox.services.capmonster;
  service.addKey('key', 1);
  service.solveAfterMs = 0;
  const task = { type: 'RecaptchaV2Task', websiteURL: 'https://shop.test/a?b#c', websiteKey: SITE.websiteKey };
  await fetch(`${service.origin}/createTask`, { method: 'POST', body: JSON.stringify({ clientKey: 'key', task }) });
  const token = service.tasks.at(-1)?.token;
  expect(verify(SITE.secret, token, 'shop.test')).toEqual([]);
});
