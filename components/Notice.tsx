import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';
import css from './Notice.module.css';

const ICONS = { info: 'info', warn: 'alert', bad: 'alert', good: 'check' } as const satisfies Record<string, IconName>;

interface Props {
  tone: keyof typeof ICONS;
  /** Read out at once: for what went wrong just now. */
  urgent?: boolean;
  children: ComponentChildren;
}

/** A panel with something the person should read. */
export function Notice({ tone, urgent = false, children }: Props) {
  return (
    <div class={`${css['notice']} ${css[tone]}`} role={urgent ? 'alert' : undefined} data-tone={tone}>
      <Icon name={ICONS[tone]} />
      <div class={css['words']}>{children}</div>
    </div>
  );
}
