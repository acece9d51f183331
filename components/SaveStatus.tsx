import type { Saving } from '../utils/ui/options';
import { Icon } from './Icon';
import css from './SaveStatus.module.css';

/** What became of the last change, read out politely. */
export function SaveStatus({ saving }: { saving: Saving }) {
  return (
    <div role="status" class={css['status']} data-state={saving}>
      {saving === 'saved' && <Icon name="check" />}
      {saving === 'failed' && <Icon name="alert" />}
      {WORDS[saving]}
    </div>
  );
}

const WORDS = {
  idle: '',
  // Short and silent: the same words twice would not be read out again without a pause between them.
  saving: '',
  saved: 'Saved',
  failed: 'Not saved. Please try again.',
} as const satisfies Record<Saving, string>;
