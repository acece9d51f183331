import type { ServiceView } from '../utils/messages/ui';
import { ExternalLink } from './ExternalLink';
import css from './KeyHint.module.css';

interface Props {
  service: ServiceView;
  /** The key in the field is stored. */
  stored: boolean;
  /** A key is stored that the field does not show. */
  reuse: boolean;
}

/** How a key of this service looks, and where there is one. */
export function KeyHint({ service, stored, reuse }: Props) {
  return (
    <div class={css['line']}>
      <span>{reuse ? 'A key is saved. Type here only to replace it.' : service.keyHint}</span>
      {service.dashboard && (
        <ExternalLink href={service.dashboard} label={stored || reuse ? 'Dashboard' : 'Get a key'} />
      )}
    </div>
  );
}
