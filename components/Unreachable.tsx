import { Button } from './Button';
import { Notice } from './Notice';

/** Instead of an empty page, when the background does not answer. */
export function Unreachable({ onRetry }: { onRetry(): void }) {
  return (
    <Notice tone="bad" urgent>
      <p>
        <strong>Solvent does not answer.</strong> It may just have been updated. If trying again does not help, reload
        the extension or restart the browser.
      </p>
      <Button icon="refresh" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
