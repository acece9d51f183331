import type { ComponentChildren } from 'preact';
import { PopupHeader } from './PopupHeader';
import css from './PopupShell.module.css';

/** The popup's frame: header and main part, there from the first moment. */
export function PopupShell({ onOptions, children }: { onOptions(): void; children: ComponentChildren }) {
  return (
    <div class={css['shell']}>
      <PopupHeader onOptions={onOptions} />
      <main class={css['main']}>{children}</main>
    </div>
  );
}
