import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, type ServiceId, startSandbox } from '../index.ts';
import { caller, EVERYTHING, IMAGE, KEY, PROXY_FIELDS } from './caller.ts';

// facts/services.md 2.1, one line a service; `+` needs a proxy.
const RECAPTCHA_ETC = `RecaptchaV2TaskProxyless +RecaptchaV2Task NoCaptchaTaskProxyless +NoCaptchaTask
  RecaptchaV2EnterpriseTaskProxyless +RecaptchaV2EnterpriseTask RecaptchaV3TaskProxyless FunCaptchaTaskProxyless
  +FunCaptchaTask HCaptchaTaskProxyless +HCaptchaTask TurnstileTaskProxyless +TurnstileTask GeeTestTaskProxyless
  +GeeTestTask ImageToTextTask`;
const TYPES: Record<ServiceId, string> = {
  capmonster: `RecaptchaV2Task NoCaptchaTask NoCaptchaTaskProxyless RecaptchaV2EnterpriseTask RecaptchaV3TaskProxyless
    RecaptchaV3EnterpriseTask FunCaptchaTask FunCaptchaTaskProxyless TurnstileTask GeeTestTask ImageToTextTask
    ComplexImageTask`,
  brocapgpt: 'FunCaptchaTaskProxyless FunCaptchaTask ComplexImageTask HCaptchaTask CaptchaFoxTask',
  capkill: 'NoCaptchaTaskProxyless ImageToTextTask',
  captcha69: 'RecaptchaV2Task TurnstileTaskProxyless TurnstileTask ImageToTextTask',
  anticaptcha: `${RECAPTCHA_ETC} ImageToCoordinatesTask`,
  '2captcha': `${RECAPTCHA_ETC} RecaptchaV3EnterpriseTaskProxyless +CaptchaFoxTask GridTask CoordinatesTask
    BoundingBoxTask RotateTask DrawAroundTask`,
  capsolver: `ReCaptchaV2TaskProxyLess +ReCaptchaV2Task ReCaptchaV2EnterpriseTaskProxyLess +ReCaptchaV2EnterpriseTask
    ReCaptchaV3TaskProxyLess +ReCaptchaV3Task ReCaptchaV3EnterpriseTaskProxyLess +ReCaptchaV3EnterpriseTask
    AntiTurnstileTaskProxyLess +AntiTurnstileTask +AntiCloudflareTask GeeTestTaskProxyLess +GeeTestTask
    ImageToTextTask ReCaptchaV2Classification VisionEngine`,
};
const WRONG_TYPE: Partial<Record<ServiceId, string>> = { brocapgpt: 'ERROR_NO_SUCH_METHOD' };
const NO_PROXY: Partial<Record<ServiceId, string>> = {
  anticaptcha: 'ERROR_INCORRECT_SESSION_DATA',
  '2captcha': 'ERROR_BAD_PROXY',
  capsolver: 'ERROR_INVALID_TASK_DATA',
};

const namesOf = (id: ServiceId): string[] => TYPES[id].split(/\s+/);
const bare = (name: string): string => name.replace('+', '');
const SERVICES = Object.keys(TYPES) as ServiceId[];
const EVERY_NAME = [...new Set(SERVICES.flatMap(namesOf).map(bare))];

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0 });
});

beforeEach(() => {
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 10);
  }
});

afterAll(() => sandbox.close());

describe.each(SERVICES)('%s', (id) => {
  test('takes the documented types and answers them, and refuses all others', async () => {
    const service = sandbox.services[id];
    const { create, poll } = caller(service);
    expect(new Set(service.taskTypes)).toEqual(new Set(namesOf(id).map(bare)));
    for (const type of service.taskTypes) {
      const proxy = id === 'capsolver' ? { proxy: 'http:192.0.2.1:8080' } : PROXY_FIELDS;
      const { json } = await create({ type, ...EVERYTHING, ...proxy, initParameters: { captcha_id: 'x' } });
      expect([type, json['errorId']]).toEqual([type, 0]);
      const ready = (await poll(json['taskId'])).json;
      expect([type, ready['status'], ready['solution']]).toEqual([type, 'ready', service.tasks.at(-1)?.solution]);
      expect(Object.keys(ready['solution'] as object)).not.toHaveLength(0);
    }
    for (const type of EVERY_NAME.filter((name) => !service.taskTypes.includes(name))) {
      const { json } = await create({ type, ...EVERYTHING });
      expect([type, json['errorCode']]).toEqual([type, WRONG_TYPE[id] ?? 'ERROR_TASK_NOT_SUPPORTED']);
    }
  });

  test('needs a proxy for some', async () => {
    const { create } = caller(sandbox.services[id]);
    for (const name of namesOf(id)) {
      const { json } = await create({ type: bare(name), ...EVERYTHING });
      expect([name, json['errorCode'] || null]).toEqual([name, name.startsWith('+') ? NO_PROXY[id] : null]);
    }
  });
});

const V2 = {
  capmonster: 'RecaptchaV2Task',
  capkill: 'NoCaptchaTaskProxyless',
  captcha69: 'RecaptchaV2Task',
  anticaptcha: 'RecaptchaV2TaskProxyless',
  '2captcha': 'RecaptchaV2TaskProxyless',
  capsolver: 'ReCaptchaV2TaskProxyLess',
};
const FAMILY = ['ERROR_RECAPTCHA_INVALID_DOMAIN', 'ERROR_RECAPTCHA_INVALID_SITEKEY', 'ERROR_TASK_ABSENT'] as const;
const INVALID = 'ERROR_INVALID_TASK_DATA';
const BODY_NOT_CORRECT = 'ERROR_IMAGE_BODY_NOT_CORRECT';

test.each([
  ['capmonster', ...FAMILY, 'ERROR_ZERO_CAPTCHA_FILESIZE', 'ERROR_ZERO_CAPTCHA_FILESIZE'],
  ['capkill', ...FAMILY, 'ERROR_ZERO_CAPTCHA_FILESIZE', 'ERROR_ZERO_CAPTCHA_FILESIZE'],
  ['captcha69', ...FAMILY, BODY_NOT_CORRECT, BODY_NOT_CORRECT],
  ['anticaptcha', ...FAMILY, 'ERROR_ZERO_CAPTCHA_FILESIZE', 'ERROR_IMAGE_TYPE_NOT_SUPPORTED'],
  ['2captcha', 'ERROR_PAGEURL', FAMILY[1], FAMILY[2], 'ERROR_ZERO_CAPTCHA_FILESIZE', 'ERROR_IMAGE_TYPE_NOT_SUPPORTED'],
  ['capsolver', INVALID, INVALID, INVALID, 'ERROR_INVALID_IMAGE', 'ERROR_PARSE_IMAGE_FAIL'],
] as const)('%s: what is missing has its code', async (id, noUrl, noKey, noTask, noImage, prefixed) => {
  const { create } = caller(sandbox.services[id]);
  const codeFor = async (task: object) => (await create(task)).json['errorCode'];
  const type = V2[id];
  expect(await codeFor({ ...EVERYTHING, type, websiteURL: 'about:blank' })).toBe(noUrl);
  expect(await codeFor({ ...EVERYTHING, type, websiteKey: undefined })).toBe(noKey);
  expect(await codeFor({})).toBe(noTask);
  expect(await codeFor({ type: 'ImageToTextTask' })).toBe(noImage);
  expect(await codeFor({ type: 'ImageToTextTask', body: `data:image/png;base64,${IMAGE}` })).toBe(prefixed);
  expect(sandbox.services[id].tasks).toHaveLength(0);
});

test.each([
  ['brocapgpt', { type: 'FunCaptchaTask', data: '{"blob":' }, 'ERROR_TASK_ABSENT'],
  ['brocapgpt', { type: 'ComplexImageTask', class: 'recaptcha' }, 'ERROR_NO_SUCH_METHOD'],
  ['brocapgpt', { type: 'ComplexImageTask', metadata: {} }, 'ERROR_TASK_ABSENT'],
  ['brocapgpt', { type: 'ComplexImageTask', imagesBase64: [] }, 'ERROR_ZERO_CAPTCHA_FILESIZE'],
  ['capmonster', { type: 'ComplexImageTask', class: 'recaptcha', metadata: { Grid: '2x2' } }, 'ERROR_TASK_ABSENT'],
  ['capmonster', { type: 'TurnstileTask', cloudflareTaskType: 'token' }, 'ERROR_TASK_ABSENT'],
  ['capmonster', { type: 'RecaptchaV2Task', proxyType: 'http' }, 'ERROR_PROXY_MISSING'],
  ['2captcha', { type: 'GeeTestTaskProxyless', version: 4, initParameters: {} }, 'ERROR_BAD_PARAMETERS'],
  ['2captcha', { type: 'FunCaptchaTaskProxyless', websitePublicKey: '' }, 'ERROR_BAD_PARAMETERS'],
  ['anticaptcha', { type: 'FunCaptchaTaskProxyless', websitePublicKey: '' }, 'ERROR_INCORRECT_SESSION_DATA'],
  ['anticaptcha', { type: 'ImageToTextTask', body: 'A'.repeat(700_000) }, 'ERROR_TOO_BIG_CAPTCHA_FILESIZE'],
  ['2captcha', { type: 'ImageToTextTask', body: 'A'.repeat(140_000) }, 'ERROR_TOO_BIG_CAPTCHA_FILESIZE'],
  ['capsolver', { type: 'VisionEngine', module: '' }, 'ERROR_INVALID_TASK_DATA'],
  // Names are matched without regard to case in CapMonster's family alone.
  [
    '2captcha',
    { type: 'RecaptchaV2TaskProxyless', websiteURL: undefined, websiteUrl: 'https://a.test/' },
    'ERROR_PAGEURL',
  ],
] as const)('%s refuses %o', async (id, task, code) => {
  expect((await caller(sandbox.services[id]).create({ ...EVERYTHING, ...task })).json['errorCode']).toBe(code);
});
