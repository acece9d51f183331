import type { Mode } from '../utils/settings/schema';
import { MODE_LABELS } from '../utils/ui/modes';
import { type RadioChoice, RadioGroup } from './RadioGroup';
import { Section } from './Section';

const CHOICES: readonly RadioChoice<Mode>[] = [
  {
    value: 'automatic',
    label: MODE_LABELS.automatic,
    hint: 'It is solved without you, at the moment that you choose below.',
  },
  {
    value: 'ask',
    label: MODE_LABELS.ask,
    hint: 'A button appears beside it. Nothing is sent and nothing is spent until you press it.',
  },
  { value: 'off', label: MODE_LABELS.off, hint: 'It is left alone, on every site.' },
];

/** What Solvent does when it meets a widget, in general. */
export function ModeSection({ mode, onPick }: { mode: Mode; onPick(mode: Mode): void }) {
  return (
    <Section title="Mode" intro="The general rule. Kinds and sites below can have rules of their own.">
      <RadioGroup legend="When a captcha is found" value={mode} choices={CHOICES} onPick={onPick} />
    </Section>
  );
}
