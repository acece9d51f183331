import { tokenAnswer } from './answers';
import type { Capability, PollProfile, TaskForm } from './service';
import { fill } from './task-form';

export interface FuncaptchaTable {
  type: string;
  polls: PollProfile;
  /** Reused tokens can be refused: the first poll then waits this long. */
  nocache?: { firstMs: number };
}

/** FunCaptcha at one service. The four that take it have one set of fields (fact sheet of services, 2.4). */
export function funcaptcha({ type, polls, nocache }: FuncaptchaTable): Capability {
  const form: TaskForm = {
    type,
    fields: {
      websiteURL: 'websiteURL',
      websiteKey: 'websitePublicKey',
      subdomain: 'funcaptchaApiJSSubdomain',
      data: 'data',
    },
  };
  return {
    forms: { plain: form },
    polls,
    ...(nocache && { nocache }),
    task(challenge) {
      if (challenge.kind !== 'funcaptcha') return { unsupported: 'kind' };
      const { websiteURL, websiteKey, subdomain, blob } = challenge;
      // A string that holds JSON; the blob keeps escapes of its own.
      const data = blob === undefined ? undefined : JSON.stringify({ blob });
      return fill(form, { websiteURL, websiteKey, subdomain: subdomain || undefined, data });
    },
    answer: (solution) => tokenAnswer(solution, ['token']),
  };
}
