import { Section } from './Section';
import { Switch } from './Switch';

/** Whether Solvent works in private windows. */
export function PrivateSection({ on, onChange }: { on: boolean; onChange(on: boolean): void }) {
  return (
    <Section title="Private windows">
      <Switch
        label="Work in private windows"
        checked={on}
        hint="The browser must allow it too: on its page of extensions, open the details of Solvent and turn on “Allow in Incognito” (Chrome), “Allow in InPrivate” (Edge) or “Run in Private Windows” (Firefox)."
        onChange={onChange}
      />
    </Section>
  );
}
