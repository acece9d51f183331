import css from './AboutSection.module.css';
import { Section } from './Section';

/** The version, and what leaves the browser. */
export function AboutSection({ version }: { version: string }) {
  return (
    <Section title="About">
      <p>
        <strong>Solvent</strong> <span>version {version}</span>
      </p>
      <div class={css['words']}>
        <p>
          To have a captcha solved, Solvent sends your service your key, what the captcha says about itself, and the
          address of the page: without what follows a “?”, unless you have turned on “Send the whole address” for that
          service.
        </p>
        <p>Your key is kept in this browser. No page ever sees it, and it goes to no one but your service.</p>
      </div>
    </Section>
  );
}
