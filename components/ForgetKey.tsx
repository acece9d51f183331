import { Confirmed } from './Confirmed';

const WORDS = { ask: 'Forget key', keep: 'Keep key', yes: 'Yes, forget it' };

/** Forgets the key after a second press: a key that is gone has to be fetched again. */
export function ForgetKey({ onForget }: { onForget(): void }) {
  return <Confirmed words={WORDS} onConfirm={onForget} />;
}
