import type { ImageHints } from '../widgets/image/challenge';
import { tokenAnswer } from './answers';
import type { Capability, PollProfile, TaskForm } from './service';
import { fill } from './task-form';

type Hint = keyof ImageHints;

export interface ImageTable {
  /** Hint -> field that the service documents for it (fact sheet of services, 2.5). */
  fields?: Partial<Record<Hint, string>>;
  /** What "digits alone" is called. */
  numeric?: number | boolean;
  /** Largest file, in bytes. */
  maxBytes: number;
  polls: PollProfile;
}

/** Smaller files are refused by all who say (fact sheet of services, 2.5). */
const MIN_BYTES = 100;

/** Image to text at one service. */
export function image({ fields = {}, numeric = 1, maxBytes, polls }: ImageTable): Capability {
  const form: TaskForm = { type: 'ImageToTextTask', fields: { body: 'body', ...fields } };
  return {
    forms: { plain: form },
    polls,
    task(challenge) {
      if (challenge.kind !== 'image') return { unsupported: 'kind' };
      const { body, hints = {} } = challenge;
      const bytes = body === undefined ? null : Math.floor((body.replace(/=+$/, '').length * 3) / 4);
      // Asked before the picture is read: then its size is not known yet.
      if (bytes !== null && (bytes > maxBytes || bytes < MIN_BYTES)) return { unsupported: 'picture-size' };
      return fill(form, { body, ...hints, numeric: hints.numeric && numeric });
    },
    answer: (solution) => tokenAnswer(solution, ['text']),
  };
}
