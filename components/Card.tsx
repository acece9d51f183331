import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Card.module.css';

/** One block of the popup. Its title is left out where the controls speak for themselves. */
export function Card({ title, children }: { title?: string; children: ComponentChildren }) {
  const id = useId();
  if (!title) return <div class={css['card']}>{children}</div>;
  return (
    <section class={css['card']} aria-labelledby={id}>
      <h2 id={id} class={css['title']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
