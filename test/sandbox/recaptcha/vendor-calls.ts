import type { Exchange, Reply } from '../server/exchange.ts';
import { answer, html } from '../server/reply.ts';
import type { RecaptchaControl } from '../types.ts';
import { anchorDocument, challengeDocument } from './frames/documents.ts';
import type { FrameConfig } from './frames/link.ts';
import type { TokenOffice } from './tokens.ts';
import type { Releases } from './variants.ts';

export interface Vendor {
  control: RecaptchaControl;
  office: TokenOffice;
  releases: Releases;
}

/** The host name in `co`; '' when it is no origin. */
export const hostnameOf = (co: string): string => {
  const origin = Buffer.from(co.replaceAll('.', ''), 'base64url').toString('utf8');
  return URL.canParse(origin) ? new URL(origin).hostname : '';
};

const ownerError = (office: TokenOffice, websiteKey: string, hostname: string): string => {
  const site = office.site(websiteKey);
  if (site === undefined) return 'Invalid site key';
  return site.hostname === undefined || site.hostname === hostname ? '' : 'Invalid domain for site key';
};

/** A vendor frame's document: `anchor` or `bframe`. */
export const frameDocument = ({ office }: Vendor, name: 'anchor' | 'bframe', { url }: Exchange): Reply => {
  const query = (key: string): string => url.searchParams.get(key) ?? '';
  const config: FrameConfig = {
    websiteKey: query('k'),
    origin: query('co'),
    release: query('v'),
    action: query('sa'),
    ownerError: ownerError(office, query('k'), hostnameOf(query('co'))),
  };
  if (name === 'bframe') return html(challengeDocument(config));
  return html(anchorDocument(config, { invisible: query('size') === 'invisible', dark: query('theme') === 'dark' }));
};

const needsChallenge = ({ releases }: Vendor, form: URLSearchParams): boolean => {
  const variant = releases.find(form.get('v') ?? '')?.variant;
  if (form.get('score')) return false;
  if (form.get('reason') === 'click') return variant?.challengeOnClick === true;
  return variant?.passSilently !== true;
};

const guarded = (value: unknown): Reply => answer('application/json; charset=utf-8', `)]}'\n${JSON.stringify(value)}`);

/** What the frames ask of the vendor: `reload` (pass, or show a challenge?) and `userverify` (it was answered). */
export const vendorCall = (vendor: Vendor, name: 'reload' | 'userverify', exchange: Exchange): Reply => {
  const { control, office } = vendor;
  if (control.offline) return answer('text/plain', 'offline', {}, 503);
  const form = new URLSearchParams(exchange.body);
  const websiteKey = form.get('k') ?? '';
  const hostname = hostnameOf(form.get('co') ?? '');
  if (ownerError(office, websiteKey, hostname) !== '') return answer('text/plain', 'refused', {}, 400);
  if (name === 'reload' && needsChallenge(vendor, form)) return guarded(['rresp', null, 0]);
  const action = form.get('action') || undefined;
  const enterprise = office.site(websiteKey)?.enterprise ?? false;
  const token = control.mint({ websiteKey, hostname, enterprise, ...(action === undefined ? {} : { action }) });
  return guarded([name === 'reload' ? 'rresp' : 'uvresp', token, control.tokenLifetimeMs]);
};
