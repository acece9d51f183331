import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from './index.ts';

// The services' own npm packages, unmodified, over HTTPS that they verify: the sandbox speaks what they speak.

// The clients bring their own waiting times.
vi.setConfig({ testTimeout: 30_000 });

const KEY = 'a-known-key';
const SITE = { websiteKey: 'site-key', secret: 'site-secret' };
const PAGE = 'https://shop.test/login';
const run = promisify(execFile);

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0 });
  sandbox.recaptcha.addSite(SITE);
  sandbox.recaptcha.addSite({ websiteKey: 'enterprise-key', secret: 'enterprise-secret', enterprise: true });
  folder = await mkdtemp(join(tmpdir(), 'sandbox-clients-'));
  await writeFile(join(folder, 'cert.pem'), sandbox.certificate);
});

beforeEach(() => {
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 1);
  }
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const drive = async (client: string, ...args: string[]): Promise<Record<string, unknown>> => {
  const file = fileURLToPath(new URL(`clients/${client}.ts`, import.meta.url));
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') };
  const { stdout } = await run(process.execPath, [file, ...args], { env });
  return JSON.parse(stdout) as Record<string, unknown>;
};

const capmonster = (order: object, key = KEY, origin = `https://127.0.0.1:${sandbox.port}`) =>
  drive('capmonster', origin, key, JSON.stringify(order));

const antiCaptcha = (order: unknown[], key = KEY) =>
  drive('anti-captcha', String(sandbox.port), key, JSON.stringify(order));

const tokenOf = (result: Record<string, unknown>): string =>
  (result['solution'] as { gRecaptchaResponse: string }).gRecaptchaResponse;

const V2 = { request: 'RecaptchaV2Request', websiteURL: PAGE, websiteKey: SITE.websiteKey };

test('capmonster client: solves, and the token verifies', async () => {
  const result = await capmonster(V2);
  expect(result).toMatchObject({ balance: { errorId: 0, balance: 0.9994 } });
  expect(sandbox.services.capmonster.tasks[0]?.task).toMatchObject({ type: 'NoCaptchaTask' });
  const verdict = sandbox.recaptcha.verify({ secret: SITE.secret, token: tokenOf(result), hostname: 'shop.test' });
  expect(verdict).toMatchObject({ success: true, hostname: 'shop.test' });
});

test('capmonster client: plain HTTP on the same port', async () => {
  const result = await capmonster(V2, KEY, sandbox.services.capmonster.origin);
  expect(tokenOf(result)).toMatch(/^03A/);
});

test('capmonster client: enterprise', async () => {
  const order = { request: 'RecaptchaV2EnterpriseRequest', websiteURL: PAGE, websiteKey: 'enterprise-key' };
  const token = tokenOf(await capmonster(order));
  expect(sandbox.recaptcha.verify({ secret: 'enterprise-secret', token }).success).toBe(true);
});

test('capmonster client: image to text', async () => {
  const body = Buffer.alloc(200, 1).toString('base64');
  expect(await capmonster({ request: 'ImageToTextRequest', body })).toMatchObject({ solution: { text: '44795' } });
});

test('capmonster client: waits through processing, and an error code that only means not ready', async () => {
  sandbox.services.capmonster.solveAfterMs = 1500;
  sandbox.services.capmonster.fault('getTaskResult', { kind: 'error', errorCode: 'CAPTCHA_NOT_READY' });
  const result = await capmonster(V2);
  sandbox.services.capmonster.solveAfterMs = 0;
  expect(tokenOf(result)).toMatch(/^03A/);
  expect(sandbox.services.capmonster.requests.filter(({ path }) => path === '/getTaskResult')).toHaveLength(2);
});

test('capmonster client: an unknown key is its own kind of error', async () => {
  expect(await capmonster(V2, 'unknown')).toMatchObject({ thrown: expect.stringContaining('KEY_DOES_NOT_EXIST') });
});

test('capmonster client: FunCaptcha at BrocapGPT, and CapKill, whose path it loses', async () => {
  const { brocapgpt, capkill } = sandbox.services;
  const order = { request: 'FunCaptchaRequest', websiteURL: PAGE, websitePublicKey: 'public-key' };
  const arkose = await capmonster(order, KEY, brocapgpt.origin);
  expect(arkose).toMatchObject({ solution: { token: expect.stringMatching(/\|pk=public-key(\||$)/) } });
  const image = { request: 'ImageToTextRequest', body: Buffer.alloc(200, 1).toString('base64') };
  expect(await capmonster(image, KEY, `${capkill.origin}/api`)).toMatchObject({ solution: { text: '44795' } });
  expect(capkill.requests[0]?.path).toBe('/createTask');
});

test('anti-captcha client: balance, image, checkbox', async () => {
  expect(await antiCaptcha(['getBalance'])).toEqual({ answer: 1 });
  const image = Buffer.alloc(200, 1).toString('base64');
  expect(await antiCaptcha(['solveImage', image])).toEqual({ answer: '44795' });
  const { answer } = await antiCaptcha(['solveRecaptchaV2Proxyless', PAGE, SITE.websiteKey]);
  const verdict = sandbox.recaptcha.verify({ secret: SITE.secret, token: String(answer), hostname: 'shop.test' });
  expect(verdict.success).toBe(true);
  const v3 = await antiCaptcha(['solveRecaptchaV3Enterprise', PAGE, 'enterprise-key', 0.7, 'login']);
  const scored = sandbox.recaptcha.verify({ secret: 'enterprise-secret', token: String(v3['answer']) });
  expect(scored).toMatchObject({ success: true, action: 'login' });
  expect(sandbox.services.capmonster.requests).toHaveLength(0);
  expect(new Set(sandbox.services.anticaptcha.requests.map(({ host }) => host))).toEqual(
    new Set(['api.anti-captcha.com']),
  );
});

test('anti-captcha client: errors', async () => {
  expect(await antiCaptcha(['getBalance'], 'unknown')).toEqual({ thrown: 'ERROR_KEY_DOES_NOT_EXIST' });
  sandbox.services.anticaptcha.addKey('poor', 0);
  const poor = await antiCaptcha(['solveRecaptchaV2Proxyless', PAGE, SITE.websiteKey], 'poor');
  expect(poor).toEqual({ thrown: 'ERROR_ZERO_BALANCE' });
});
