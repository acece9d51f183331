import type { Situation } from '../../utils/messages/agent';
import type { Counts } from '../../utils/policy/budgets';
import { type Case, type Decision, decide, type Means, type Place } from '../../utils/policy/decide';
import { capmonster } from '../../utils/services/capmonster';
import { DEFAULTS, type Settings } from '../../utils/settings/schema';
import type { Challenge } from '../../utils/widgets/challenge';
import type { RecaptchaChallenge } from '../../utils/widgets/recaptcha/challenge';
import { challenge, situation } from './jobs';

export const SITE = 'site.example';
export const none: Counts = {
  today: 0,
  siteHour: 0,
  open: 0,
  openOnSite: 0,
  spentToday: 0,
  next: 0,
  granted: [],
};
export const invisible = { invisible: true };
export const off = { mode: 'off' } as const;
export const ask = { mode: 'ask' } as const;
export const automatic = { mode: 'automatic' } as const;

export interface Row {
  settings?: Partial<Settings>;
  place?: Partial<Place>;
  means?: Partial<Means>;
  /** Facts of a reCAPTCHA, or another challenge whole. */
  challenge?: Partial<RecaptchaChallenge> | Exclude<Challenge, RecaptchaChallenge>;
  tries?: number;
  situation?: Partial<Situation>;
  pressed?: boolean;
  counts?: Partial<Counts>;
}

const isWhole = (given: Row['challenge']): given is Exclude<Challenge, RecaptchaChallenge> =>
  given?.kind !== undefined && given.kind !== 'recaptcha';

export const judged = (row: Row): Decision =>
  decide(
    { ...DEFAULTS, ...row.settings },
    { site: SITE, incognito: false, ...row.place },
    { service: capmonster, paused: null, ...row.means },
    {
      challenge: isWhole(row.challenge) ? row.challenge : { ...challenge, ...row.challenge },
      ...(row.tries !== undefined && { tries: row.tries }),
      situation: { ...situation, ...row.situation },
      pressed: row.pressed ?? false,
      counts: { ...none, ...row.counts },
    } satisfies Case,
  );

/** `quiet`, `aloud`: refused without or with a word on the page. */
export function verdict(row: Row): string {
  const decision = judged(row);
  if (decision.verdict !== 'refuse') return decision.verdict;
  return decision.quiet ? 'quiet' : 'aloud';
}
