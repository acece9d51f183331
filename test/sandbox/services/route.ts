import type { Exchange, Reply } from '../server/exchange.ts';
import { isLoopback } from '../server/hosts.ts';
import { html } from '../server/reply.ts';
import type { CallMethod, ReportMethod, ServiceMethod } from '../types.ts';
import type { Dialect, SidePage } from './dialect.ts';

const CALLS: readonly ServiceMethod[] = ['createTask', 'getTaskResult', 'getBalance'];
const REPORTS: readonly ReportMethod[] = [
  'reportIncorrectImageCaptcha',
  'reportIncorrectTokenCaptcha',
  'reportIncorrectRecaptcha',
  'reportIncorrectHcaptcha',
  'reportCorrectRecaptcha',
  'reportIncorrect',
  'reportCorrect',
  'feedbackTask',
];

export const isCall = (method: CallMethod): method is ServiceMethod => CALLS.some((each) => each === method);

/** Which method of any service a path names. */
export const methodFor = ({ prefixes }: Dialect, { method, host, url }: Exchange, pages: readonly SidePage[]) => {
  if (method !== 'POST' || pages.some((page) => page.host === host)) return undefined;
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return [...CALLS, ...REPORTS].find((name) => prefixes.some((prefix) => path === `${prefix}/${name}`));
};

/** Whether a service documents a method. */
export const offers = (dialect: Dialect, method: CallMethod): boolean => {
  if (method === 'getBalance') return dialect.balance !== undefined;
  return isCall(method) || dialect.reports.includes(method);
};

/** The page beside the protocol that a GET asks for; loopback has those of all hosts. */
export const pageFor = (pages: readonly SidePage[], { method, host, url }: Exchange): SidePage | undefined =>
  method === 'GET'
    ? pages.find((page) => (page.host === host || isLoopback(host)) && page.path === url.pathname)
    : undefined;

/** What a site says of a path that it does not have. */
export const missingPage = (): Reply => html('<!doctype html><title>404</title><h1>Page not found</h1>', {}, 404);
