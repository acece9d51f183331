import type { AccountProblem } from '../messages/ui';
import type { Account, Client, Refusal } from '../services/client';
import { accountStates } from '../settings/accounts';
import { taskTypeOf } from '../settings/means';
import { pauseOf } from '../settings/pauses';
import type { PlacedChallenge } from '../widgets/challenge';
import { websiteURLOf } from './sender';
import type { Tickets } from './tickets';

/**
 * The client as jobs use it: a job may have been on its way before its service was paused, and nothing goes out to a
 * service that is, and no more of the page's address than that service may have, nor a second report of one answer. The person's own look at the balance does not pass here; it is what ends a pause.
 */
export function gated(client: Client, claim: Tickets['claim'], now: () => number): Client {
  const pause = async (service: string, type: string | null) =>
    pauseOf(await accountStates.all(), service, type, now());

  return {
    ...client,

    async createTask(account, challenge) {
      const found = await pause(account.service.id, taskTypeOf(account, challenge));
      return found
        ? { outcome: 'refused', refusal: held(found) }
        : client.createTask(account, told(account, challenge));
    },

    /** A pause of one type of task holds for new ones: those that were made are paid for. */
    async getTaskResult(account, challenge, taskId) {
      const found = await pause(account.service.id, null);
      if (found && !found.collects) return { outcome: 'failed', refusal: held(found) };
      return client.getTaskResult(account, challenge, taskId);
    },

    async reportIncorrect(account, kind, taskId) {
      const found = await pause(account.service.id, null);
      if (found && !found.collects) return { outcome: 'failed', refusal: held(found) };
      if (!(await claim(account.service.id, taskId))) return { outcome: 'failed', refusal: REPEATED };
      return client.reportIncorrect(account, kind, taskId);
    },
  };
}

/** The address as far as this service may have it: the job may have been meant for another (design section 4.4). */
const told = ({ wholeAddress = false }: Account, challenge: PlacedChallenge): PlacedChallenge => ({
  ...challenge,
  websiteURL: websiteURLOf(new URL(challenge.websiteURL), wholeAddress),
});

const REPEATED: Refusal = {
  class: 'task',
  code: '',
  message: 'It was reported before.',
  advice: 'Nothing more is to be done.',
  retryAfterMs: null,
};

/** As it was said when the pause began; without a pause of its own, which would begin anew. */
const held = ({ problem: { message, advice }, code = '' }: AccountProblem): Refusal => ({
  class: 'config',
  code,
  message,
  advice,
  retryAfterMs: null,
});
