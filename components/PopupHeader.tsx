import { Icon } from './Icon';
import { Mark } from './Mark';
import css from './PopupHeader.module.css';

/** Name of the product, and the way to everything else. */
export function PopupHeader({ onOptions }: { onOptions(): void }) {
  return (
    <header class={css['header']}>
      <Mark />
      <h1 class={css['name']}>Solvent</h1>
      <a
        class={css['options']}
        href="/options.html"
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          onOptions();
        }}
      >
        <Icon name="settings" />
        Options
      </a>
    </header>
  );
}
