import type { When } from '../utils/settings/schema';
import { type RadioChoice, RadioGroup } from './RadioGroup';
import { Section } from './Section';

const CHOICES: readonly RadioChoice<When>[] = [
  {
    value: 'rendered',
    label: 'As soon as it is drawn',
    hint: 'The quickest. It also pays for captchas that you never scroll to.',
  },
  {
    value: 'in-view',
    label: 'Once it is in view',
    hint: 'When it is within about one screen of what you see. Right for most people.',
  },
  {
    value: 'used',
    label: 'Once you use the form',
    hint: 'When you have touched the captcha or the form around it. Spends the least; you wait a little longer.',
  },
];

/** At which moment "automatic" acts. */
export function WhenSection({ when, onPick }: { when: When; onPick(when: When): void }) {
  return (
    <Section
      title="When automatic acts"
      intro="An answer stays fresh for about two minutes only, so the earliest moment is not always the best one."
    >
      <RadioGroup legend="A captcha is solved" value={when} choices={CHOICES} onPick={onPick} />
    </Section>
  );
}
