import type { AccountProblem } from '../messages/ui';
import type { Account, Client, Refusal } from '../services/client';
import { waitAMinute } from '../services/error-fact';
import { trouble } from '../services/refusal';
import type { Service } from '../services/service';
import { accountStates } from '../settings/accounts';
import { taskTypeOf } from '../settings/means';
import { pauseOf } from '../settings/pauses';
import type { PlacedChallenge } from '../widgets/challenge';
import type { Rests } from './rests';
import { websiteURLOf } from './sender';
import type { Tickets } from './tickets';

interface GateDeps {
  claim: Tickets['claim'];
  rests: Rests;
  now(): number;
}

/**
 * The client as jobs use it. A job may have been on its way before its service was paused or asked for rest: nothing
 * goes out to such a service, no more of the page's address than it may have, and no second report of one answer. The
 * person's own look at the balance does not pass here; it is what ends a pause.
 */
export function gated(client: Client, { claim, rests, now }: GateDeps): Client {
  const pause = async (service: string, type: string | null) =>
    pauseOf(await accountStates.all(), service, type, now());

  return {
    ...client,

    async createTask(account, challenge) {
      const { service } = account;
      const found = await pause(service.id, taskTypeOf(account, challenge));
      if (found) return { outcome: 'refused', refusal: held(found) };
      const rest = `${service.id}/createTask`;
      const left = await rests.left(rest);
      if (left > 0) return { outcome: 'refused', refusal: resting(service, left) };
      const created = await client.createTask(account, told(account, challenge));
      if (created.outcome === 'refused') await rests.note(rest, created.refusal.retryAfterMs);
      return created;
    },

    /** A pause of one type of task holds for new ones: those that were made are paid for. */
    async getTaskResult(account, challenge, taskId) {
      const { service } = account;
      const found = await pause(service.id, null);
      if (found && !found.collects) return { outcome: 'failed', refusal: held(found) };
      const rest = `${service.id}/getTaskResult`;
      const left = await rests.left(rest);
      if (left > 0) return { outcome: 'working', retryAfterMs: left, refusal: resting(service, left) };
      const progress = await client.getTaskResult(account, challenge, taskId);
      if (progress.outcome === 'working') await rests.note(rest, progress.refusal?.retryAfterMs ?? null);
      return progress;
    },

    async reportIncorrect(account, kind, taskId) {
      const found = await pause(account.service.id, null);
      if (found && !found.collects) return { outcome: 'failed', refusal: held(found) };
      if (!(await claim(account.service.id, taskId))) return { outcome: 'failed', refusal: REPEATED };
      return client.reportIncorrect(account, kind, taskId);
    },
  };
}

/** Another job was told when to come back. */
const resting = (service: Service, left: number): Refusal =>
  trouble(service, '{service} was asked too often.', waitAMinute, left);

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
