import type { ComponentChildren } from 'preact';
import type { Saving } from '../utils/ui/options';
import { Mark } from './Mark';
import css from './OptionsShell.module.css';
import { SaveStatus } from './SaveStatus';

/** The options page's frame: its header stays in sight and says what became of the last change. */
export function OptionsShell({ saving, children }: { saving: Saving; children: ComponentChildren }) {
  return (
    <>
      <header class={css['header']}>
        <div class={css['bar']}>
          <Mark />
          <h1 class={css['title']}>Solvent options</h1>
          <SaveStatus saving={saving} />
        </div>
      </header>
      <main class={css['main']}>{children}</main>
    </>
  );
}
