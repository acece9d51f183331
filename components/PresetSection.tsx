import type { PresetView } from '../utils/messages/ui';
import { Notice } from './Notice';
import { PresetProblems } from './PresetProblems';
import { Section } from './Section';

/** Whether a preset.json was found and taken. */
export function PresetSection({ preset }: { preset: PresetView }) {
  return (
    <Section
      title="Preset file"
      intro="A preset.json in the extension's folder sets Solvent up without a hand: service, key and anything on this page."
    >
      {preset.state === 'none' && <p>There is no preset.json in the extension's folder.</p>}
      {preset.state === 'applied' && (
        <Notice tone="good">
          <p>preset.json was applied. It is read again when its text changes and Solvent is reloaded.</p>
        </Notice>
      )}
      {preset.state === 'refused' && <PresetProblems problems={preset.problems} />}
    </Section>
  );
}
