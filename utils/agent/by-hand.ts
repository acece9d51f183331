import type { ToAgent } from '../messages/agent';
import { choose, focusedField, nextField, pairsIn, pictureWith } from '../widgets/image/chosen';
import { createBadge } from './badge';

type Wish = Extract<ToAgent, { type: 'byHand' }>;

export interface ByHandDeps {
  /** The field's widget is to be solved now, as if its button were pressed. */
  solve(field: Element): void;
}

/** Pictures that a person wants solved by the menu or by the key, also those that no detector finds. */
export function createByHand({ solve }: ByHandDeps, signal: AbortSignal) {
  let wish = new AbortController();
  signal.addEventListener('abort', () => wish.abort());

  /** The field beside the picture, the one that the person is in, or the one they go to next. */
  async function fieldFor(picture: Element): Promise<HTMLInputElement | null> {
    const known = focusedField() ?? pairsIn([document]).find((pair) => pair.picture === picture)?.field;
    if (known) return known;
    const badge = createBadge(() => undefined);
    badge.show({ show: 'problem', text: 'Click the field for the answer.', advice: 'Esc leaves.', retry: false });
    badge.measure(picture)?.();
    const field = await nextField(wish.signal);
    badge.remove();
    return field;
  }

  /** What is meant by the key: the focused field's picture, else the likeliest in the page. */
  function likeliest(): Element | null {
    const pairs = pairsIn([document]).sort((a, b) => b.score - a.score);
    const focused = focusedField();
    return (pairs.find(({ field }) => field === focused) ?? pairs[0])?.picture ?? null;
  }

  return {
    async take({ src }: Wish): Promise<void> {
      wish.abort();
      wish = new AbortController();
      const picture = src === undefined ? likeliest() : pictureWith(src);
      const field = picture && (await fieldFor(picture));
      if (!picture || !field) return;
      choose(picture, field);
      solve(field);
    },
  };
}
