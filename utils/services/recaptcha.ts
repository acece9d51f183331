import type { PlacedChallenge } from '../widgets/challenge';
import { tokenAnswer } from './answers';
import type { Capability, PollProfile } from './service';
import { fill, type TaskForm } from './task-form';

type Fact = 'invisible' | 's' | 'action' | 'apiDomain';

/** Task type of a form, and the field of each fact that the service documents for it (fact sheet of services, 2.2). */
interface Form {
  type: string;
  fields?: Partial<Record<Fact, string>>;
}

export interface RecaptchaTable {
  plain: Form;
  /** Null where no Enterprise type is documented. */
  enterprise: Form | null;
  polls: PollProfile;
  nocache?: { firstMs: number };
  /** Where the token stands in `solution`, best first. */
  answer?: readonly string[];
}

const withAddress = ({ type, fields }: Form): TaskForm => ({
  type,
  fields: { websiteURL: 'websiteURL', websiteKey: 'websiteKey', ...fields },
});

/** reCAPTCHA v2 at one service, from its row of the table. */
export function recaptcha({ plain, enterprise, polls, nocache, answer }: RecaptchaTable): Capability {
  const forms = { plain: withAddress(plain), enterprise: enterprise && withAddress(enterprise) };
  return {
    forms,
    polls,
    ...(nocache && { nocache }),
    task(challenge: PlacedChallenge) {
      if (challenge.kind !== 'recaptcha') return { unsupported: 'kind' };
      const form = challenge.enterprise ? forms.enterprise : forms.plain;
      if (!form) return { unsupported: 'enterprise' };
      const { websiteURL, websiteKey, invisible, s, action, apiDomain } = challenge;
      const facts = {
        websiteURL,
        websiteKey,
        invisible: invisible || undefined,
        s: s || undefined,
        action: action || undefined,
        // The default of every service is the other one.
        apiDomain: apiDomain === 'www.recaptcha.net' ? apiDomain : undefined,
      };
      return fill(form, facts, { s: 'one-time-value' });
    },
    answer: (solution) => tokenAnswer(solution, answer ?? ['gRecaptchaResponse']),
  };
}
