import css from './ExternalLink.module.css';
import { Icon } from './Icon';

/** A link that leaves for a new tab, and says so. */
export function ExternalLink({ href, label }: { href: string; label: string }) {
  return (
    <a class={css['link']} href={href} target="_blank" rel="noreferrer">
      {label}
      <Icon name="external" />
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
