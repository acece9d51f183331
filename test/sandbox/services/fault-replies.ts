import { gzipSync } from 'node:zlib';
import { type Answer, isAnswer, type Reply } from '../server/exchange.ts';
import { answer, html, json } from '../server/reply.ts';
import type { CallMethod, Fault, ServiceTask } from '../types.ts';
import type { Dialect } from './dialect.ts';
import { isObject } from './fields.ts';
import { refuseWith } from './refusal.ts';

/** What a fault may draw on: the service, and the call's real work. */
export interface Scene {
  dialect: Dialect;
  method: CallMethod;
  tasks: readonly ServiceTask[];
  truth(): Promise<Reply>;
}

type Of<Name extends Fault['kind']> = Extract<Fault, { kind: Name }>;
type Replies = { [Name in Fault['kind']]: (fault: Of<Name>, scene: Scene) => Reply | Promise<Reply> };

const PADDING = 'x';
const BEYOND_DOUBLES = '9007199254740993';
const GATEWAY_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';
const GZIP = { 'content-encoding': 'gzip' };

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const error = ({ errorCode, errorId, status }: Of<'error'>, { dialect, method }: Scene): Reply => {
  const description = errorCode === null ? null : `Fault on demand: ${errorCode}`;
  const wanted = { errorDescription: description, ...(errorId === undefined ? {} : { errorId }) };
  const outcome = refuseWith(dialect, method, errorCode, wanted);
  return json(outcome.reply, {}, status ?? outcome.status);
};

const limited = ({ retryAfter, status = 429, errorCode }: Of<'limited'>, { dialect, method }: Scene): Reply => {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (errorCode === undefined) return answer('text/plain', 'Too Many Requests', headers, status);
  return json(refuseWith(dialect, method, errorCode).reply, headers, status);
};

/** Does the work, and answers it in another form. */
const distort = async ({ truth }: Scene, change: (real: Answer) => Reply): Promise<Reply> => {
  const real = await truth();
  return isAnswer(real) ? change(real) : real;
};

const truncated = (fault: Of<'truncated'>, scene: Scene): Promise<Reply> =>
  distort(scene, (real) => {
    const body = Buffer.from(real.body);
    const keep = fault.keep ?? Math.floor(body.length / 2);
    return fault.cut === true ? { ...real, cutAfter: keep } : { ...real, body: body.subarray(0, keep) };
  });

const zipped = ({ lie }: Of<'gzip'>, scene: Scene): Promise<Reply> =>
  distort(scene, (real) => {
    const whole = gzipSync(real.body);
    if (lie === 'silent') return { ...real, body: whole };
    const body = { plain: real.body, cut: whole.subarray(0, whole.length / 2), true: whole }[lie ?? 'true'];
    return { ...real, body, headers: { ...real.headers, ...GZIP } };
  });

const big = ({ bytes, gzip }: Of<'big'>): Reply => {
  const reply = json({ errorId: 0, padding: PADDING.repeat(bytes) }) as Answer;
  return gzip === true ? { ...reply, body: gzipSync(reply.body), headers: { ...reply.headers, ...GZIP } } : reply;
};

const duplicate = ({ fields, last }: Of<'duplicate'>, scene: Scene): Promise<Reply> =>
  distort(scene, (real) => {
    const inner = (text: string): string => text.trim().slice(1, -1);
    const parts = [inner(JSON.stringify(fields)), inner(String(real.body))].filter((part) => part !== '');
    return { ...real, body: `{${(last === true ? parts.reverse() : parts).join(',')}}` };
  });

const patch = ({ fields }: Of<'patch'>, scene: Scene): Promise<Reply> =>
  distort(scene, (real) => {
    const value: unknown = JSON.parse(String(real.body));
    return { ...real, body: JSON.stringify({ ...(isObject(value) ? value : {}), ...fields }) };
  });

const hugeId = ({ digits = BEYOND_DOUBLES }: Of<'hugeId'>, scene: Scene): Promise<Reply> =>
  distort(scene, (real) => {
    const text = String(real.body);
    const named = scene.tasks.findLast(({ idText }) => text.includes(`"taskId":${idText}`));
    if (named === undefined) return real;
    const body = text.replace(`"taskId":${named.idText}`, `"taskId":${digits}`);
    named.idText = digits;
    return { ...real, body };
  });

const late = async ({ ms, afterWork }: Of<'delay'>, { truth }: Scene): Promise<Reply> => {
  const reply = afterWork === true ? await truth() : undefined;
  await pause(ms);
  return reply ?? truth();
};

const silent =
  <End extends Reply>(end: End) =>
  async ({ afterWork }: { afterWork?: boolean }, { truth }: Scene): Promise<Reply> => {
    if (afterWork === true) await truth();
    return end;
  };

const REPLIES: Replies = {
  error,
  limited,
  truncated,
  gzip: zipped,
  big,
  duplicate,
  patch,
  hugeId,
  delay: late,
  json: ({ value, status }) => json(value, {}, status),
  raw: ({ contentType = 'text/html', text, headers, status }) => answer(contentType, text, headers, status),
  html: ({ status = 502 }) => html(GATEWAY_PAGE, {}, status),
  empty: ({ status = 200 }) => answer('application/json', '', {}, status),
  reset: silent({ reset: true }),
  hang: silent({ hang: true }),
  trickle: ({ everyMs, bytes = 1 }, scene) => distort(scene, (real) => ({ ...real, pace: { everyMs, bytes } })),
};

/** Answers a call with a fault. */
export const answerFault = async (fault: Fault, scene: Scene): Promise<Reply> => {
  const reply = REPLIES[fault.kind] as (fault: Fault, scene: Scene) => Reply | Promise<Reply>;
  return reply(fault, scene);
};
