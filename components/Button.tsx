import type { ComponentChildren } from 'preact';
import css from './Button.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  children: ComponentChildren;
  look?: 'primary' | 'plain' | 'quiet';
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Keeps its place and its name, and does nothing until the work is done. */
  busy?: boolean;
  /** The accessible name where the visible words need company ("Remove" of which row?). */
  name?: string;
  onClick?(): void;
}

/** A native button in one of three looks. */
export function Button({ children, look = 'plain', type = 'button', icon, busy = false, name, onClick }: Props) {
  return (
    <button
      type={type}
      class={`${css['button']} ${css[look]}`}
      aria-label={name}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && <Icon name={busy ? 'working' : icon} spin={busy} />}
      {children}
    </button>
  );
}
