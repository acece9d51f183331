import type { Exchange, Reply } from '../server/exchange.ts';
import { json } from '../server/reply.ts';
import type { RecaptchaControl } from '../types.ts';

/** POST /recaptcha/api/siteverify, with its documented reply. */
export const siteverify = (control: RecaptchaControl, { url, body }: Exchange): Reply => {
  const form = new URLSearchParams(body);
  const read = (name: string): string | undefined => form.get(name) ?? url.searchParams.get(name) ?? undefined;
  const verdict = control.verify({ secret: read('secret'), token: read('response') });
  if (!verdict.success) return json({ success: false, 'error-codes': verdict.errorCodes });
  const { challengeTs, hostname, action } = verdict;
  return json({ success: true, challenge_ts: challengeTs, hostname, ...(action === undefined ? {} : { action }) });
};
