import type { ServiceView } from '../utils/messages/ui';
import { ExternalLink } from './ExternalLink';
import css from './KeyHint.module.css';

/** How a key of this service looks, and where there is one. */
export function KeyHint({ service, stored }: { service: ServiceView; stored: boolean }) {
  return (
    <div class={css['line']}>
      <span>{service.keyHint}</span>
      {service.dashboard && <ExternalLink href={service.dashboard} label={stored ? 'Dashboard' : 'Get a key'} />}
    </div>
  );
}
