import fc from 'fast-check';
import { expect, it } from 'vitest';
import { step } from '../../utils/jobs/step';
import type { Progress } from '../../utils/services/client';
import { serviceProfile } from '../../utils/services/profile';
import { SERVICES } from '../../utils/services/registry';
import type { Service } from '../../utils/services/service';
import { newJob, START } from '../fakes/jobs';
import { accountAt, answering, challenge, KEY } from './services-support';

const RUNS = 10_000;
const QUOTED = `${KEY.slice(0, 8)}<${KEY.slice(8)}`;

const code = fc.oneof(
  fc.constantFrom(
    '',
    null,
    'CAPTCHA_NOT_READY',
    'ERROR_ZERO_BALANCE',
    'ERROR_TOO_MUCH_REQUESTS',
    'ERROR_NO_SUCH_METHOD',
  ),
  fc.constantFrom(KEY, `ERROR ${KEY}`, `${'x'.repeat(50)}${KEY}`, QUOTED, '__proto__', 7),
  fc.string(),
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    KEY,
    `bad key ${KEY}`,
    `${KEY}__nocache`,
    QUOTED,
    'ready',
    'processing',
    'failed',
    0,
    -1,
    null,
  ),
  fc.constantFrom<unknown>(true, '', ' ', '0', '0.0003', 1e308, -0.5, [], {}, [KEY], { a: { [KEY]: KEY } }),
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
);
const solution = fc.oneof(
  leaf,
  fc.record(
    {
      gRecaptchaResponse: leaf,
      token: leaf,
      userAgent: leaf,
      cookies: fc.oneof(leaf, fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(KEY, '__proto__')), leaf)),
    },
    { requiredKeys: [] },
  ),
);
const body = fc.record(
  {
    errorId: leaf,
    errorCode: code,
    errorDescription: leaf,
    status: fc.oneof(fc.constantFrom<unknown>('ready', 'processing', 'idle', 'failed', 'created'), leaf),
    taskId: leaf,
    solution,
    balance: leaf,
    cost: leaf,
  },
  { requiredKeys: [] },
);
const json = body.map((value) => JSON.stringify(value));
const huge = fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }).map((id) => `{"errorId":0,"taskId":${id}}`);
const text = fc.oneof(
  { weight: 6, arbitrary: json },
  fc.tuple(json, fc.nat()).map(([whole, cut]) => whole.slice(0, cut % (whole.length + 1))),
  fc.tuple(json, json).map(([first, second]) => `${first.slice(0, -1)},${second.slice(1)}`),
  huge,
  fc.json(),
  fc.string(),
  fc.nat(5_000).map((depth) => `{"taskId":${'['.repeat(depth)}`),
  fc.constantFrom(`<html>${KEY}</html>`, '', '\uFEFF{"errorId":0,"taskId":5}', `"${KEY}"`, 'null', '[]'),
);
const init = fc.record({
  status: fc.constantFrom(200, 200, 200, 400, 401, 404, 408, 429, 500, 502, 503, 504),
  retryAfter: fc.oneof(
    fc.constantFrom(null, '0', '3', '-5', '1e9', 'Wed, 21 Oct 2026 07:28:00 GMT', 'soon', '   '),
    fc.double({ noNaN: true }).map(String),
  ),
});
const METHODS = ['createTask', 'getTaskResult', 'getBalance', 'reportIncorrect'] as const;

/** Every text in a value, keys of objects among them. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...texts(inner)]);
}

/** After this reply, nothing is polled before the interval is over, and no waiting is negative or endless. */
function keepsThePace(service: Service, progress: Progress): void {
  if (progress.outcome !== 'working') return;
  const { retryAfterMs, refusal } = progress;
  if (retryAfterMs !== null) expect(retryAfterMs).toBeGreaterThanOrEqual(0);
  expect(retryAfterMs ?? 0).toBeLessThanOrEqual(3_600_000);
  if (refusal) expect(refusal.backOffMs ?? 0).toBeLessThanOrEqual(3_600_000);
  const polls = serviceProfile(service.id, 'recaptcha');
  const sent = step(newJob({ service: service.id }), { type: 'admitted' }, START, polls);
  const made = step(sent.job, { type: 'created', created: { outcome: 'created', taskId: '7' } }, START, polls);
  const now = START + polls.firstMs;
  const asked = step(made.job, { type: 'due' }, now, polls);
  expect(asked.effects).toContainEqual(expect.objectContaining({ do: 'poll' }));
  const answered = step(asked.job, { type: 'progress', progress }, now + 1, polls);
  const tooSoon = step(answered.job, { type: 'due' }, now + service.minIntervalMs - 1, polls);
  expect(tooSoon.effects).not.toContainEqual(expect.objectContaining({ do: 'poll' }));
}

it(`survives any reply, keeps the key to itself and keeps the pace: ${RUNS} cases`, { timeout: 300_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      text,
      init,
      fc.constantFrom(...SERVICES),
      fc.constantFrom(...METHODS),
      fc.constantFrom(KEY, `${KEY}__nocache`),
      async (reply, { status, retryAfter }, service, method, clientKey) => {
        const headers = {
          Date: 'Wed, 21 Oct 2026 07:29:00 GMT',
          ...(retryAfter !== null && { 'Retry-After': retryAfter }),
        };
        const { client, fetch } = answering(reply, { status, headers });
        const account = accountAt(service, { clientKey });
        const outcome = await {
          createTask: () => client.createTask(account, challenge),
          getTaskResult: () => client.getTaskResult(account, challenge, '7'),
          getBalance: () => client.getBalance(account),
          reportIncorrect: () => client.reportIncorrect(account, 'recaptcha', '7'),
        }[method]();
        seen.add(`${method}: ${outcome.outcome}`);
        expect(fetch.mock.calls.length).toBeLessThanOrEqual(1);
        for (const piece of texts(outcome)) expect(piece).not.toContain(KEY);
        if (method === 'getTaskResult') keepsThePace(service, outcome as Progress);
      },
    ),
    { numRuns: RUNS },
  );
  // Every way in which a call can end was met, or the cases above say little.
  expect([...seen].sort()).toEqual([
    'createTask: answered',
    'createTask: created',
    'createTask: refused',
    'createTask: unknown',
    'getBalance: balance',
    'getBalance: failed',
    'getTaskResult: failed',
    'getTaskResult: ready',
    'getTaskResult: working',
    'reportIncorrect: failed',
    'reportIncorrect: reported',
  ]);
});
