import type { Reply } from './exchange.ts';

/** An answer of a given type. */
export const answer = (
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  status = 200,
): Reply => ({
  status,
  headers: { 'content-type': type, ...headers },
  body,
});

export const html = (body: string, headers?: Record<string, string>, status?: number): Reply =>
  answer('text/html; charset=utf-8', body, headers, status);

export const json = (value: unknown, headers?: Record<string, string>, status?: number): Reply =>
  answer('application/json; charset=utf-8', JSON.stringify(value), headers, status);

export const script = (body: string, headers?: Record<string, string>): Reply =>
  answer('text/javascript; charset=UTF-8', body, headers);

export const notFound = (what = 'Not found'): Reply => answer('text/plain; charset=utf-8', what, {}, 404);
