import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Section.module.css';

interface Props {
  title: string;
  /** One or two sentences on what this is about. */
  intro?: ComponentChildren;
  children: ComponentChildren;
}

/** One part of the options page: what it is about on the left (above, where it is narrow), the controls beside it. */
export function Section({ title, intro, children }: Props) {
  const id = useId();
  return (
    <section class={css['section']} aria-labelledby={id}>
      <div class={css['about']}>
        <h2 id={id}>{title}</h2>
        {intro && <p class={css['intro']}>{intro}</p>}
      </div>
      <div class={css['card']}>{children}</div>
    </section>
  );
}
