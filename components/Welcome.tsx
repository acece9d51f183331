import { Notice } from './Notice';

/** The first thing that a person without a key reads. */
export function Welcome() {
  return (
    <Notice tone="info">
      <p>
        <strong>Welcome!</strong> Choose the solving service where you have an account, paste its key, and press Save
        key. From then on Solvent deals with captchas for you.
      </p>
    </Notice>
  );
}
