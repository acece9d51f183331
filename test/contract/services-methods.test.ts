import { describe, expect, it } from 'vitest';
import { taskFor } from '../../utils/services/client';
import type { AccountOptions } from '../../utils/services/options';
import { SERVICES } from '../../utils/services/registry';
import { accountAt, answering, challenge, KEY, solvers } from './services-support';

const MADE = '{"errorId":0,"taskId":1}';

describe('options of an account', () => {
  const all: AccountOptions = {
    callbackUrl: 'https://me.example/hook',
    softId: 345,
    appId: 'APP_ID',
    nocache: true,
    keySuffixes: ['nocache', 'common'],
  };
  const { callbackUrl, softId, appId } = all;
  const SENT: Record<string, object> = {
    capmonster: { clientKey: `${KEY}__nocache__common`, callbackUrl, softId },
    capkill: { clientKey: KEY, callbackUrl },
    captcha69: { clientKey: KEY, callbackUrl },
    anticaptcha: { clientKey: KEY, callbackUrl, softId },
    '2captcha': { clientKey: KEY, callbackUrl, softId },
    capsolver: { clientKey: KEY, callbackUrl, appId },
    custom: { clientKey: `${KEY}__nocache__common`, callbackUrl, softId },
  };

  it.each(solvers('recaptcha'))('$label gets those that it documents', async (service) => {
    const { client, sent } = answering(MADE);
    await client.createTask(accountAt(service, { options: all }), challenge);
    const task = taskFor(accountAt(service), challenge);
    const nocache = service.options.includes('nocache') && { nocache: true };
    expect(sent().body).toEqual({ ...SENT[service.id], task: { ...task, ...nocache } });
  });
});

describe('the other methods', () => {
  it.each(SERVICES)('getTaskResult of $label echoes the id', async (service) => {
    for (const [taskId, id] of [
      ['7654321', 7_654_321],
      ['"37223a89-06ed-442c-a0b8-22067b79c5b4"', '37223a89-06ed-442c-a0b8-22067b79c5b4'],
    ] as const) {
      const { client, sent } = answering('{"errorId":0,"status":"processing"}');
      await client.getTaskResult(accountAt(service), challenge, taskId);
      expect(sent().body).toEqual({ clientKey: KEY, taskId: id });
    }
  });

  it.each(SERVICES)('getBalance of $label, where it is documented', async (service) => {
    const { client, sent, fetch } = answering('{"errorId":0,"balance":345.678}');
    const balance = await client.getBalance(accountAt(service));
    if (service.tellsBalance) {
      expect(balance).toEqual({ outcome: 'balance', amount: 345.678 });
      expect(sent()).toEqual({
        url: `${service.base ?? 'https://own.example/v1'}/getBalance`,
        body: { clientKey: KEY },
      });
    } else {
      expect(fetch).not.toHaveBeenCalled();
      expect(balance).toMatchObject({ outcome: 'failed', refusal: { unsupported: 'method' } });
    }
  });

  it('Captcha69 alone tells no balance', () => {
    expect(SERVICES.filter(({ tellsBalance }) => !tellsBalance).map(({ id }) => id)).toEqual(['captcha69']);
  });

  const REPORTS: Record<string, [method: string, body: object] | null> = {
    capmonster: ['reportIncorrectTokenCaptcha', {}],
    brocapgpt: null,
    capkill: null,
    captcha69: null,
    anticaptcha: ['reportIncorrectRecaptcha', {}],
    '2captcha': ['reportIncorrect', {}],
    capsolver: ['feedbackTask', { result: { invalid: true } }],
    custom: ['reportIncorrectTokenCaptcha', {}],
  };
  it.each(SERVICES)('$label hears of a wrong answer, where it has a way', async (service) => {
    const { client, sent, fetch } = answering('{"errorId":0,"status":"success"}');
    const reported = await client.reportIncorrect(accountAt(service), 'recaptcha', '7654321');
    const report = REPORTS[service.id];
    if (report) {
      expect(reported).toEqual({ outcome: 'reported' });
      expect(sent().url.endsWith(`/${report[0]}`)).toBe(true);
      expect(sent().body).toEqual({ clientKey: KEY, taskId: 7_654_321, ...report[1] });
    } else {
      expect(fetch).not.toHaveBeenCalled();
      expect(reported).toMatchObject({ outcome: 'failed', refusal: { unsupported: 'method' } });
    }
  });
});
