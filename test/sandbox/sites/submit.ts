import type { TokenOffice } from '../recaptcha/tokens.ts';
import type { Exchange, Reply } from '../server/exchange.ts';
import { html, json } from '../server/reply.ts';
import type { ArkoseControl, RecaptchaControl, SiteControl } from '../types.ts';
import { type Fields, readFields, toRecord } from './form-body.ts';

export type Check = (token: string, hostname: string, websiteKey: string | undefined) => string[];

/** By vendor. */
export interface Checks {
  recaptcha: Check;
  arkose: Check;
}

const FIELD = 'g-recaptcha-response';

/** Names that sites give the fields of an Arkose token; the last is a convention of the sandbox's own pages. */
const ARKOSE_FIELDS = ['fc-token', 'verification-token', 'arkose_token'];

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

/** How a site checks an Arkose token: for the key its form names, and for the host that the form was served from. */
export const createArkoseCheck =
  (control: ArkoseControl): Check =>
  (token, hostname, publicKey) =>
    control.verify({ token, publicKey, hostname }).errorCodes;

const valuesOf = (fields: Fields, names: readonly string[]): string[] =>
  fields.filter(([name]) => names.includes(name)).map(([, value]) => value);

/** What is wrong with a form's responses. */
const judge = (checks: Checks, fields: Fields, hostname: string): string[] => {
  const websiteKey = valuesOf(fields, ['sitekey'])[0];
  const given = valuesOf(fields, ARKOSE_FIELDS);
  if (given.length > 0) {
    // The same token may stand in two fields, and one field may stay empty beside the other.
    const tokens = new Set(given.filter(Boolean));
    return (tokens.size === 0 ? [''] : [...tokens]).flatMap((token) => checks.arkose(token, hostname, websiteKey));
  }
  const tokens = valuesOf(fields, [FIELD]);
  return (tokens.length === 0 ? [''] : tokens).flatMap((token) => checks.recaptcha(token, hostname, websiteKey));
};

const page = (success: boolean, errorCodes: string[]): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Submitted</title></head>
<body><p id="verdict">${success ? 'accepted' : 'rejected'}</p><p id="errors">${errorCodes.join(' ')}</p></body></html>`;

const wantsJson = ({ headers }: Exchange): boolean =>
  (headers['content-type'] ?? '').includes('json') || (headers['accept'] ?? '').startsWith('application/json');

/** Answers POST /submit: every response in the form must stand, and there must be one. */
export const submit = async (
  checks: Checks,
  exchange: Exchange,
  submissions: SiteControl['submissions'],
): Promise<Reply> => {
  const fields = await readFields(exchange);
  const errorCodes = judge(checks, fields, exchange.host);
  const success = errorCodes.length === 0;
  submissions.push({ at: exchange.at, url: exchange.url.href, fields: toRecord(fields), success, errorCodes });
  return wantsJson(exchange) ? json({ success, 'error-codes': errorCodes }) : html(page(success, errorCodes));
};
