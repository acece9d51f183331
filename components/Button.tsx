import type { ComponentChildren } from 'preact';
import css from './Button.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  children: ComponentChildren;
  look?: 'primary' | 'plain' | 'quiet' | 'small';
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Keeps its place and its name, and does nothing until the work is done. */
  busy?: boolean;
  /** The accessible name where the visible words need company ("Remove" of which row?). */
  name?: string;
  /** Id of words that describe it further. */
  about?: string;
  /** Out of use for now, and yet not out of the keyboard's way: what was just pressed keeps the focus. */
  off?: boolean;
  onClick?(): void;
}

/** A native button in one of four looks. */
export function Button({ children, look = 'plain', type = 'button', icon, busy = false, off = false, ...rest }: Props) {
  return (
    <button
      type={type}
      class={`${css['button']} ${css[look]}`}
      aria-label={rest.name}
      aria-describedby={rest.about}
      aria-disabled={busy || off || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy || off) event.preventDefault();
        else rest.onClick?.();
      }}
    >
      {icon && <Icon name={busy ? 'working' : icon} spin={busy} />}
      {children}
    </button>
  );
}
