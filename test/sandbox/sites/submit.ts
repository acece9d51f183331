import type { TokenOffice } from '../recaptcha/tokens.ts';
import type { Exchange, Reply } from '../server/exchange.ts';
import { html, json } from '../server/reply.ts';
import type { RecaptchaControl, SiteControl } from '../types.ts';
import { readFields, toRecord } from './form-body.ts';

export type Check = (token: string, hostname: string, websiteKey: string | undefined) => string[];

const FIELD = 'g-recaptcha-response';

/** How a site checks a token: with the secret of the key its form names, or else of the token's own key. */
export const createCheck =
  (control: RecaptchaControl, office: TokenOffice): Check =>
  (token, hostname, websiteKey) => {
    const key = websiteKey ?? office.keyOf(token) ?? '';
    if (token === '') return ['missing-input-response'];
    const secret = office.site(key)?.secret;
    if (secret === undefined) return ['invalid-input-response'];
    return control.verify({ secret, token, hostname }).errorCodes;
  };

const page = (success: boolean, errorCodes: string[]): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Submitted</title></head>
<body><p id="verdict">${success ? 'accepted' : 'rejected'}</p><p id="errors">${errorCodes.join(' ')}</p></body></html>`;

const wantsJson = ({ headers }: Exchange): boolean =>
  (headers['content-type'] ?? '').includes('json') || (headers['accept'] ?? '').startsWith('application/json');

/** Answers POST /submit: every response in the form must stand, and there must be one. */
export const submit = async (
  check: Check,
  exchange: Exchange,
  submissions: SiteControl['submissions'],
): Promise<Reply> => {
  const fields = await readFields(exchange);
  const websiteKey = fields.find(([name]) => name === 'sitekey')?.[1];
  const tokens = fields.filter(([name]) => name === FIELD).map(([, value]) => value);
  const errorCodes = (tokens.length === 0 ? [''] : tokens).flatMap((token) => check(token, exchange.host, websiteKey));
  const success = errorCodes.length === 0;
  submissions.push({ at: exchange.at, url: exchange.url.href, fields: toRecord(fields), success, errorCodes });
  return wantsJson(exchange) ? json({ success, 'error-codes': errorCodes }) : html(page(success, errorCodes));
};
